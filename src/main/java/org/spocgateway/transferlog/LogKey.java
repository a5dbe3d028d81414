package org.spocgateway.transferlog;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** The log's Ed25519 key, held in this process: signs checkpoints and tells its verifier key (C2SP signed-note). */
final class LogKey {
    private static final int ID_BYTES = 4;
    private static final byte ED25519 = 1;

    private final KeyPair pair;
    private final byte[] publicKey;

    LogKey(KeyPair pair) {
        this.pair = pair;
        byte[] der = pair.getPublic().getEncoded();
        publicKey = Arrays.copyOfRange(der, der.length - 32, der.length); // RFC 8410: the raw key ends the DER
        if (!holds(sign("probe"), "probe")) {
            throw new IllegalStateException("the two halves of the log's signing key do not belong together");
        }
    }

    /** A signed checkpoint. */
    Checkpoint checkpoint(String origin, long size, byte[] root) {
        String body = SignedNote.body(origin, size, root);
        byte[] signature = Arrays.copyOf(id(origin), ID_BYTES + 64);
        System.arraycopy(sign(body), 0, signature, ID_BYTES, 64);
        return new Checkpoint(origin, size, SignedNote.text(origin, body, signature));
    }

    /** Whether this key signed the note. */
    boolean signed(SignedNote note) {
        return Arrays.equals(id(note.origin()), Arrays.copyOf(note.signature(), ID_BYTES))
                && holds(Arrays.copyOfRange(note.signature(), ID_BYTES, note.signature().length), note.body());
    }

    /** The verifier key for a shard: {@code <origin>+<id>+<base64 of type and key>}. */
    String verifierKey(String origin) {
        return origin + "+" + HexFormat.of().formatHex(id(origin)) + "+"
                + Base64.getEncoder().encodeToString(typed());
    }

    private byte[] id(String origin) {
        MessageDigest digest = TreeHash.sha256();
        digest.update((origin + "\n").getBytes(StandardCharsets.UTF_8));
        return Arrays.copyOf(digest.digest(typed()), ID_BYTES);
    }

    private byte[] typed() {
        byte[] typed = new byte[1 + publicKey.length];
        typed[0] = ED25519;
        System.arraycopy(publicKey, 0, typed, 1, publicKey.length);
        return typed;
    }

    private byte[] sign(String text) {
        try {
            PrivateKey key = pair.getPrivate();
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the log's signing key cannot sign", e);
        }
    }

    private boolean holds(byte[] bytes, String text) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initVerify(pair.getPublic());
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return signature.verify(bytes);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
