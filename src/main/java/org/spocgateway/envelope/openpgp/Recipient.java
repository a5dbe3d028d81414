package org.spocgateway.envelope.openpgp;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** To whom a session key is sealed, read from its packet (RFC 9580 section 5.1). */
final class Recipient {
    private static final HexFormat HEX = HexFormat.of();

    private Recipient() {}

    /** Those of our keys that a packet names; all of them for a hidden recipient. */
    static List<SecretKeys.Own> of(Packet packet, SecretKeys keys) {
        if (packet.type() != Packet.PUBLIC_KEY_SESSION) {
            return List.of();
        }
        return keys.all().stream().filter(own -> names(packet, own)).toList();
    }

    private static boolean names(Packet packet, SecretKeys.Own own) {
        return switch (packet.octet(0)) {
            case 3 -> {
                String id = text(packet, 1, 8);
                yield algorithm(packet, 9, own) && (id.equals("0".repeat(16)) || id.equals(id(own)));
            }
            case 6 -> {
                int length = packet.octet(1);
                String mark = length > 1 ? text(packet, 3, length - 1) : "";
                yield algorithm(packet, length + 2, own) && (length == 0 || mark.equals(fingerprint(own)));
            }
            default -> false;
        };
    }

    private static boolean algorithm(Packet packet, int at, SecretKeys.Own own) {
        int named = packet.octet(at);
        int ours = own.about().getAlgorithm();
        return named == ours || (isRsa(named) && isRsa(ours));
    }

    private static boolean isRsa(int algorithm) {
        return algorithm >= 1 && algorithm <= 3;
    }

    private static String text(Packet packet, int from, int length) {
        byte[] body = packet.body();
        return from + length > body.length ? "" : HEX.formatHex(Arrays.copyOfRange(body, from, from + length));
    }

    private static String id(SecretKeys.Own own) {
        return String.format(Locale.ROOT, "%016x", own.about().getKeyID());
    }

    private static String fingerprint(SecretKeys.Own own) {
        return HEX.formatHex(own.about().getFingerprint());
    }
}
