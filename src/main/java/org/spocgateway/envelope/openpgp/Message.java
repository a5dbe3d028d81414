package org.spocgateway.envelope.openpgp;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What an OpenPGP message came to: the one literal packet inside, whole.
 *
 * @param content as the sender wrote it
 * @param isText whether the sender calls it text in UTF-8
 * @param key the name of our key that opened it; empty where it was not sealed
 * @param cipher such as {@code AES-256-OCB}; empty where it was not sealed
 * @param signatures the packets that sign it, one after the other; empty where nothing does
 */
record Message(byte[] content, boolean isText, Optional<String> key, Optional<String> cipher, List<byte[]> signatures) {

    /** @throws Refusal in any way */
    static Message of(byte[] bytes, SecretKeys keys, Bounds bounds) {
        byte[] left = bytes;
        Optional<Sealed.Plain> plain = Optional.empty();
        for (int round = 0; round <= bounds.rounds(); round++) {
            List<Packet> packets = Sealed.without(Packets.of(left, bounds.packets()));
            if (packets.isEmpty()) {
                throw malformed();
            }
            Packet last = packets.get(packets.size() - 1);
            if (last.isSealed()) {
                if (plain.isPresent()) {
                    throw malformed();
                }
                plain = Optional.of(new Sealed(keys, bounds).open(packets));
                left = plain.get().packets();
            } else if (packets.size() == 1 && last.type() == Packet.COMPRESSED) {
                left = Unpacking.of(last, bounds);
            } else {
                return written(packets, plain);
            }
        }
        throw new Refusal(Refusal.Why.TOO_LARGE);
    }

    /** One-pass signed, signed the old way, or plain: exactly one literal packet (RFC 9580 section 10.3). */
    private static Message written(List<Packet> packets, Optional<Sealed.Plain> plain) {
        int opening = count(packets, 0, Packet.ONE_PASS);
        int before = opening > 0 ? 0 : count(packets, 0, Packet.SIGNATURE);
        int at = opening + before;
        int after = count(packets, at + 1, Packet.SIGNATURE);
        boolean isMessage = at < packets.size()
                && packets.get(at).type() == Packet.LITERAL
                && opening == after
                && at + 1 + after == packets.size();
        if (!isMessage) {
            throw malformed();
        }
        List<byte[]> signatures = packets.stream()
                .filter(each -> each.type() == Packet.SIGNATURE)
                .map(Packet::body)
                .toList();
        return literal(packets.get(at), plain, signatures);
    }

    private static int count(List<Packet> packets, int from, int type) {
        int at = from;
        while (at < packets.size() && packets.get(at).type() == type) {
            at++;
        }
        return at - from;
    }

    private static Message literal(Packet packet, Optional<Sealed.Plain> plain, List<byte[]> signatures) {
        byte[] body = packet.body();
        int start = 2 + packet.octet(1) + 4;
        if (start > body.length) {
            throw malformed();
        }
        return new Message(
                Arrays.copyOfRange(body, start, body.length),
                packet.octet(0) == 'u',
                plain.map(Sealed.Plain::key),
                plain.map(Sealed.Plain::cipher),
                signatures);
    }

    private static Refusal malformed() {
        return new Refusal(Refusal.Why.MALFORMED);
    }

    @Override
    public String toString() {
        return "Message[" + content.length + " bytes, redacted, " + cipher.orElse("not sealed") + "]";
    }
}
