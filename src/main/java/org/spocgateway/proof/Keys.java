package org.spocgateway.proof;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Verifier keys, one a line: {@code <name>+<id>+<base64 of type and Ed25519 key>} (C2SP signed-note). */
final class Keys {
    private static final Pattern LINE =
            Pattern.compile("(?<name>[!-*,-~]+)\\+(?<id>[0-9a-f]{8})\\+(?<key>[A-Za-z0-9+/]{44})");
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100"); // RFC 8410
    private static final byte[] LF = {'\n'};

    private final Map<String, byte[]> byName = new LinkedHashMap<>();

    private Keys() {}

    static Keys parse(String text) throws Unproven {
        var keys = new Keys();
        for (String line : text.split("\n")) {
            Matcher form = LINE.matcher(line);
            if (!form.matches()) {
                throw Unproven.altered("a verifier key has not the form name+id+key");
            }
            String name = form.group("name");
            byte[] typed = Note.base64(form.group("key"));
            if (typed[0] != 1 || !HexFormat.of().formatHex(id(name, typed)).equals(form.group("id"))) {
                throw Unproven.altered("a verifier key does not belong to its id");
            }
            keys.byName.put(name, typed);
        }
        return keys;
    }

    /** Whether the same public key is here, under whatever year's name. */
    boolean knows(String name, Keys other) {
        byte[] key = other.byName.get(name);
        return key != null && byName.values().stream().anyMatch(mine -> Arrays.equals(mine, key));
    }

    /** Requires that the note is signed by the key of its origin. */
    void check(Note note) throws Unproven {
        byte[] typed = Optional.ofNullable(byName.get(note.origin()))
                .orElseThrow(() -> Unproven.altered("there is no verifier key for " + note.origin()));
        if (!Arrays.equals(id(note.origin(), typed), note.keyId()) || !signed(typed, note)) {
            throw Unproven.altered(
                    "the signature of the checkpoint at size %d of %s is wrong".formatted(note.size(), note.origin()));
        }
    }

    private static boolean signed(byte[] typed, Note note) {
        byte[] der = Arrays.copyOf(X509, X509.length + 32);
        System.arraycopy(typed, 1, der, X509.length, 32);
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(der)));
            signature.update(note.body().getBytes(StandardCharsets.UTF_8));
            return signature.verify(note.signature());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static byte[] id(String name, byte[] typed) {
        return Arrays.copyOf(Hash.of(name.getBytes(StandardCharsets.UTF_8), LF, typed), 4);
    }
}
