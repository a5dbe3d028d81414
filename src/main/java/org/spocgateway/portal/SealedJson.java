package org.spocgateway.portal;

import org.spocgateway.vault.Holder;
import org.spocgateway.vault.Vault;
import tools.jackson.databind.json.JsonMapper;

/** Records about a person as sealed JSON. */
final class SealedJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Vault vault;

    SealedJson(Vault vault) {
        this.vault = vault;
    }

    byte[] seal(Holder holder, String column, String row, Object value) {
        return vault.seal(holder, column, row, JSON.writeValueAsString(value));
    }

    <T> T unseal(Holder holder, String column, String row, byte[] sealed, Class<T> type) {
        return JSON.readValue(vault.unseal(holder, column, row, sealed), type);
    }
}
