package org.spocgateway.dispatch;

import org.spocgateway.terms.Fingerprint;
import org.spocgateway.vault.BlobId;

/**
 * Content in its final bytes, in the vault.
 *
 * @param index keyed fingerprint, for finding the same content again
 * @param messageIdIndex keyed Message-ID, for replies and notices about delivery
 */
record FrozenContent(BlobId blob, Fingerprint fingerprint, byte[] index, byte[] messageIdIndex) {
    @Override
    public String toString() {
        return "FrozenContent[" + blob + "]";
    }
}
