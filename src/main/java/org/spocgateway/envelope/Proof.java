package org.spocgateway.envelope;

import java.util.List;

/** How a message with nothing against it came: the code of whatever was opened without a {@link Fault}. */
public enum Proof {
    PLAIN(
            "CAME-PLAIN",
            "Neither sealed nor signed; judged by the way it travelled and by the class of its sender (policy 4.6)."),
    SIGNED("CAME-SIGNED", "Signed, not sealed."),
    SEALED("CAME-SEALED", "Sealed with AES-CBC or OpenPGP and signed inside."),
    SEALED_GCM("CAME-GCM", "Sealed with an authenticated cipher (AES-GCM) and signed inside."),
    SEALED_OAEP("CAME-OAEP", "Sealed, its key wrapped with RSA-OAEP, and signed inside."),
    OPAQUE("CAME-OPAQUE", "Sealed; the signature inside wraps its content instead of standing beside it."),
    TRIPLE("CAME-TRIPLE", "Signed, sealed and signed again: three layers.");

    private final String code;
    private final String sentence;

    Proof(String code, String sentence) {
        this.code = code;
        this.sentence = sentence;
    }

    /** The documented code. */
    public String code() {
        return code;
    }

    /** What it means. */
    public String sentence() {
        return sentence;
    }

    static Proof of(List<Layer> layers) {
        long signed = layers.stream().filter(Proof::isSigned).count();
        List<Layer> sealed = layers.stream()
                .filter(layer ->
                        layer.kind().endsWith("enveloped") || layer.kind().equals("pgp-sealed"))
                .toList();
        if (sealed.isEmpty()) {
            return signed == 0 ? PLAIN : SIGNED;
        }
        if (signed > 1) {
            return TRIPLE;
        }
        if (layers.stream().anyMatch(layer -> layer.kind().equals("signed-opaque"))) {
            return OPAQUE;
        }
        if (sealed.stream().anyMatch(layer -> layer.transport().startsWith("RSA-OAEP"))) {
            return SEALED_OAEP;
        }
        return sealed.stream().anyMatch(layer -> layer.kind().equals("auth-enveloped")) ? SEALED_GCM : SEALED;
    }

    private static boolean isSigned(Layer layer) {
        return layer.kind().startsWith("signed");
    }
}
