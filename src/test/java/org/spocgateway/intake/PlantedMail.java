package org.spocgateway.intake;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.spocgateway.classification.Classified;
import org.spocgateway.envelope.Signature;
import org.spocgateway.terms.InboundId;
import org.spocgateway.vault.BlobId;
import org.spocgateway.vault.Holder;
import org.spocgateway.vault.Vault;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts messages into the real intake tables in the state that page 40 takes them, with a classification of the test's choice. */
public final class PlantedMail {
    private static final AtomicLong UID = new AtomicLong();

    private final InboundRows rows;
    private final SealedFacts facts;
    private final Vault vault;
    private final TransactionTemplate transactions;
    private final Clock clock;

    public PlantedMail(
            InboundRows rows, SealedFacts facts, Vault vault, TransactionTemplate transactions, Clock clock) {
        this.rows = rows;
        this.facts = facts;
        this.vault = vault;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A message that was opened as it came, and classified. */
    public InboundId classified(String mail, Classified as) {
        return classified(accepted(mail, Optional.empty()), as);
    }

    /** A message with the same bytes as an earlier one. */
    public InboundId copyOf(InboundId first, String mail, Classified as) {
        return classified(accepted(mail, Optional.of(first)), as);
    }

    /** A message that was accepted, and is not classified yet. */
    public InboundId accepted(String mail) {
        return accepted(mail, Optional.empty());
    }

    private InboundId classified(InboundId id, Classified as) {
        InboundRow row = rows.find(id).orElseThrow();
        var opening = new OpeningFacts(
                List.of(), Optional.empty(), Signature.NONE, Optional.empty(), false, false, false, List.of());
        transactions.executeWithoutResult(status -> {
            rows.opened(id, row.raw(), facts.seal(row.holder(), id, opening));
            rows.classified(id, InboundState.OPENED, facts.seal(row.holder(), id, as));
        });
        return id;
    }

    /** A message that could not be opened, and was classified by what it looks like. */
    public InboundId unopened(String mail, String fault, Classified as) {
        InboundId id = accepted(mail, Optional.empty());
        Holder holder = rows.find(id).orElseThrow().holder();
        transactions.executeWithoutResult(status -> {
            rows.unopened(id, fault);
            rows.classified(id, InboundState.UNOPENED, facts.seal(holder, id, as));
        });
        return id;
    }

    private InboundId accepted(String mail, Optional<InboundId> first) {
        InboundId id = InboundId.random(new SecureRandom());
        byte[] bytes = mail.getBytes(StandardCharsets.UTF_8);
        Holder holder = Holder.ofMessage(id);
        BlobId raw = vault.put(holder, bytes);
        var row = new NewInbound(
                id,
                new Place("spoc", "INBOX", 1, UID.incrementAndGet()),
                clock.instant(),
                bytes.length,
                vault.index("fingerprint", mail),
                Optional.empty(),
                holder,
                raw);
        transactions.executeWithoutResult(status -> {
            rows.insert(row, first.map(each -> new InboundRows.Earlier(each, true)));
            vault.keep(raw);
        });
        return id;
    }
}
