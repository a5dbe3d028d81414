package org.spocgateway.envelope;

import java.util.List;
import java.util.Optional;

/**
 * The message in plain form, with what was proven on the way.
 *
 * @param content the innermost MIME entity, headers and body; equal to the raw bytes for plain mail
 * @param layers what was taken off, outermost first; empty for plain mail
 * @param key the name of our key that opened it, such as {@code spoc-2026}
 * @param integrity whether every decrypted layer was authenticated (AEAD tag, or a valid signature inside)
 * @param pinned whether the signer's certificate is pinned in the directory for the message's single From
 * @param bound whether the signer's certificate carries the single From of the message
 */
public record Opened(
        byte[] content,
        List<Layer> layers,
        Optional<String> key,
        Signature signature,
        Optional<Signer> signer,
        boolean integrity,
        boolean bound,
        boolean pinned)
        implements Opening {

    /** Whether any layer was encrypted. */
    public boolean wasSealed() {
        return key.isPresent();
    }

    @Override
    public String toString() {
        return "Opened[" + content.length + " bytes, redacted, signature=" + signature.word() + "]";
    }
}
