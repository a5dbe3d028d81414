package org.spocgateway.directory;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The fingerprint of the one key in an armoured file, worked out from its bytes (RFC 9580 section 5.5.4). No cryptography of OpenPGP is
 * needed for it, and none is believed.
 */
final class OpenPgpPrint {
    private static final int PUBLIC_KEY = 6;
    private static final int SECRET_KEY = 5;
    private static final int SECRET_SUBKEY = 7;
    private static final Pattern BLOCK =
            Pattern.compile("\\s*-----BEGIN PGP PUBLIC KEY BLOCK-----[ \\t]*\\R(?:[A-Za-z]+: .*\\R)*[ \\t]*\\R"
                    + "([A-Za-z0-9+/=\\s]+?)(?:\\R=[A-Za-z0-9+/]{4}[ \\t]*)?\\R-----END PGP PUBLIC KEY BLOCK-----\\s*");

    private final ByteBuffer bytes;

    private OpenPgpPrint(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes);
    }

    /** Lower-case hexadecimal; empty if the text is not one block with exactly one public key and no secret one. */
    static Optional<String> of(String armored) {
        Matcher block = BLOCK.matcher(armored);
        if (!block.matches()) {
            return Optional.empty();
        }
        try {
            return new OpenPgpPrint(Base64.getDecoder().decode(block.group(1).replaceAll("\\s", ""))).only();
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private Optional<String> only() {
        Optional<String> found = Optional.empty();
        while (bytes.hasRemaining()) {
            int header = octet();
            boolean isNew = (header & 0x40) != 0;
            int type = isNew ? header & 0x3f : header >> 2 & 0x0f;
            byte[] body = new byte[isNew ? length() : old(header & 3)];
            bytes.get(body);
            boolean isWrong = (header & 0x80) == 0
                    || type == SECRET_KEY
                    || type == SECRET_SUBKEY
                    || (type == PUBLIC_KEY && found.isPresent());
            if (isWrong) {
                return Optional.empty();
            }
            found = type == PUBLIC_KEY ? print(body) : found;
        }
        return found;
    }

    private int length() {
        int first = octet();
        if (first < 192) {
            return first;
        }
        return first < 224 ? (first - 192 << 8) + octet() + 192 : number(first == 255 ? 4 : 9);
    }

    private int old(int size) {
        return number(1 << size);
    }

    /** Longer than four octets, or open: no key looks like that. */
    private int number(int octets) {
        int number = 0;
        for (int i = 0; i < octets; i++) {
            number = Math.addExact(Math.multiplyExact(number, 256), octet());
        }
        return octets > 4 || number > bytes.remaining() ? -1 : number;
    }

    private int octet() {
        return bytes.get() & 0xff;
    }

    private static Optional<String> print(byte[] body) {
        return switch (body[0]) {
            case 4 -> Optional.of(digest("SHA-1", 0x99, 2, body));
            case 6 -> Optional.of(digest("SHA-256", 0x9b, 4, body));
            default -> Optional.empty();
        };
    }

    private static String digest(String algorithm, int start, int octets, byte[] body) {
        byte[] length = ByteBuffer.allocate(4).putInt(body.length).array();
        var all = new ByteArrayOutputStream();
        all.write(start);
        all.writeBytes(Arrays.copyOfRange(length, 4 - octets, 4));
        all.writeBytes(body);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(all.toByteArray()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }
}
