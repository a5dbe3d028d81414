package org.spocgateway.transferlog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Pattern;

/** The file the signing key lives in: PKCS#8 and its public half as PEM, readable by the gateway's user only, made at the first start. */
final class LogKeyFile {
    private static final Base64.Encoder PEM = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

    private final DurableFile file;

    LogKeyFile(Path state) {
        file = new DurableFile(state.resolve("keys").resolve("log-signing.key"));
    }

    /**
     * The key.
     *
     * @param logExists whether entries were signed before: then a missing key is a fault, never a reason for a new one
     */
    LogKey open(SecureRandom random, boolean logExists) {
        try {
            if (!Files.exists(file.path()) && !logExists) {
                file.write(pem(fresh(random)));
            }
            return new LogKey(parse(Files.readString(file.path(), StandardCharsets.US_ASCII)));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the log's signing key cannot be read: restore keys/log-signing.key in the state folder", e);
        }
    }

    private static KeyPair fresh(SecureRandom random) {
        try {
            var generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519, random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java from 15 has Ed25519", e);
        }
    }

    private static String pem(KeyPair pair) {
        return block("PRIVATE KEY", pair.getPrivate().getEncoded())
                + block("PUBLIC KEY", pair.getPublic().getEncoded());
    }

    private static String block(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n" + PEM.encodeToString(der) + "\n-----END " + label + "-----\n";
    }

    private static KeyPair parse(String pem) {
        try {
            var keys = KeyFactory.getInstance("Ed25519");
            return new KeyPair(
                    keys.generatePublic(new X509EncodedKeySpec(der(pem, "PUBLIC KEY"))),
                    keys.generatePrivate(new PKCS8EncodedKeySpec(der(pem, "PRIVATE KEY"))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("keys/log-signing.key does not hold an Ed25519 key", e);
        }
    }

    private static byte[] der(String pem, String label) {
        var matcher = Pattern.compile("-----BEGIN " + label + "-----([A-Za-z0-9+/=\\s]+)-----END " + label + "-----")
                .matcher(pem);
        if (!matcher.find()) {
            throw new IllegalStateException("keys/log-signing.key has no block " + label);
        }
        return Base64.getMimeDecoder().decode(matcher.group(1));
    }
}
