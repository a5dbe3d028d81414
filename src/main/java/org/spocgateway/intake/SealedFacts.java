package org.spocgateway.intake;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.spocgateway.classification.Classified;
import org.spocgateway.terms.InboundId;
import org.spocgateway.vault.Holder;
import org.spocgateway.vault.Vault;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The sealed columns of a row: what was proven while opening, and what the message was taken for. */
@Component
class SealedFacts {
    private static final String OPENING = "inbound.opening";
    private static final String CLASSIFIED = "inbound.classified";

    private final Vault vault;
    private final JsonMapper json = JsonMapper.builder().build();

    SealedFacts(Vault vault) {
        this.vault = vault;
    }

    byte[] seal(Holder holder, InboundId row, OpeningFacts facts) {
        return vault.seal(holder, OPENING, row.value(), json.writeValueAsString(facts));
    }

    byte[] seal(Holder holder, InboundId row, Classified classified) {
        return vault.seal(holder, CLASSIFIED, row.value(), json.writeValueAsString(classified));
    }

    Optional<OpeningFacts> opening(InboundRow row) {
        return read(row, OPENING, row.opening(), OpeningFacts.class);
    }

    Optional<Classified> classified(InboundRow row) {
        return read(row, CLASSIFIED, row.classified(), Classified.class);
    }

    private <T> Optional<T> read(InboundRow row, String column, byte @Nullable [] sealed, Class<T> type) {
        return sealed == null
                ? Optional.empty()
                : Optional.of(json.readValue(
                        vault.unseal(row.holder(), column, row.id().value(), sealed), type));
    }
}
