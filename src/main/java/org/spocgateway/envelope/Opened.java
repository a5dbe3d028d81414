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
 * @param bound whether the signer's certificate carries the single From of the message
 * @param pinned whether the directory knows the signer for the message's single From: by this very certificate, or by its issuer
 *     and the From among the certificate's addresses
 * @param findings everything that speaks against it or was noted, gravest first
 */
public record Opened(
        Content content,
        List<Layer> layers,
        Optional<String> key,
        Signature signature,
        Optional<Signer> signer,
        boolean integrity,
        boolean bound,
        boolean pinned,
        List<Fault> findings)
        implements Opening {

    public Opened {
        findings = findings.stream().distinct().sorted(Fault.GRAVEST_FIRST).toList();
    }

    /** With nothing found against it. */
    public Opened(
            Content content,
            List<Layer> layers,
            Optional<String> key,
            Signature signature,
            Optional<Signer> signer,
            boolean integrity,
            boolean bound,
            boolean pinned) {
        this(content, layers, key, signature, signer, integrity, bound, pinned, List.of());
    }

    Opened with(List<Fault> found) {
        return new Opened(content, layers, key, signature, signer, integrity, bound, pinned, found);
    }

    /** Whether any layer was encrypted. */
    public boolean wasSealed() {
        return key.isPresent();
    }

    /**
     * The only green: one valid signature over the whole message by a signer whom the directory knows for its single From, nothing
     * changed on the way, and nothing found that denies it.
     */
    public boolean isVerified() {
        return signature == Signature.VALID
                && pinned
                && (integrity || !wasSealed())
                && findings.stream().noneMatch(found -> found.effect().denies());
    }

    /** Whether something was found that keeps the message from proposing anything. */
    public boolean isDenied() {
        return findings.stream().anyMatch(found -> found.effect().denies());
    }

    /** Whether the content begins with header fields that its sender protected; then they count, and not those outside. */
    public boolean hasOwnHeaders() {
        return !layers.isEmpty()
                && layers.get(layers.size() - 1).kind().equals(Layer.HEADERS)
                && signature != Signature.INVALID;
    }

    /** The documented code: the gravest finding, or how it came where nothing speaks against it. */
    public String code() {
        return findings.stream()
                .filter(found -> found.effect() != Fault.Effect.NOTED)
                .map(Fault::code)
                .findFirst()
                .orElseGet(() -> Proof.of(layers).code());
    }

    @Override
    public String toString() {
        return "Opened[" + content.size() + " bytes, redacted, signature=" + signature.word() + ", " + code() + "]";
    }
}
