package org.spocgateway.intake;

import java.io.OutputStream;
import org.spocgateway.envelope.Content;
import org.spocgateway.envelope.Spool;
import org.spocgateway.vault.Holder;
import org.spocgateway.vault.Vault;

/** Writes large plain content into the vault as it comes, sealed; what is not kept is deleted. */
record VaultSpool(Vault vault, Holder holder) implements Spool {
    @Override
    public Draft begin() {
        Vault.Draft draft = vault.begin(holder);
        return new Draft() {
            @Override
            public OutputStream out() {
                return draft.out();
            }

            @Override
            public Content keep() {
                return new StoredContent(vault, draft.finish());
            }

            @Override
            public void drop() {
                draft.drop();
            }
        };
    }
}
