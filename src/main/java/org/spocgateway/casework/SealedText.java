package org.spocgateway.casework;

import org.spocgateway.terms.CaseId;
import org.spocgateway.vault.Holder;
import org.spocgateway.vault.Vault;
import org.springframework.stereotype.Component;

/** Columns about people, sealed under their case's key, and the blind indexes that find them. */
@Component
class SealedText {
    private final Vault vault;

    SealedText(Vault vault) {
        this.vault = vault;
    }

    byte[] seal(CaseId id, String column, String row, String text) {
        return vault.seal(Holder.of(id), column, row, text);
    }

    String unseal(CaseId id, String column, String row, byte[] sealed) {
        return vault.unseal(Holder.of(id), column, row, sealed);
    }

    byte[] index(String purpose, String text) {
        return vault.index(purpose, text);
    }
}
