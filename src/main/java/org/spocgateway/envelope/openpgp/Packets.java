package org.spocgateway.envelope.openpgp;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Cuts bytes into packets; every length is checked against what is there (RFC 9580 section 4.2). */
final class Packets {
    private static final int OPEN = -1;

    private final byte[] bytes;
    private final List<Packet> packets = new ArrayList<>();
    private int at;

    private Packets(byte[] bytes) {
        this.bytes = bytes;
    }

    /** @throws Refusal MALFORMED or TOO_LARGE */
    static List<Packet> of(byte[] bytes, int most) {
        var reading = new Packets(bytes);
        while (reading.at < bytes.length) {
            if (reading.packets.size() == most) {
                throw new Refusal(Refusal.Why.TOO_LARGE);
            }
            reading.packet();
        }
        if (reading.packets.isEmpty()) {
            throw malformed();
        }
        return reading.packets;
    }

    private void packet() {
        int from = at;
        int header = octet();
        if ((header & 0x80) == 0) {
            throw malformed();
        }
        boolean isNew = (header & 0x40) != 0;
        int type = isNew ? header & 0x3f : (header >> 2) & 0x0f;
        if (type == 0) {
            throw malformed();
        }
        byte[] body = isNew ? pieces(type) : old(type, header & 3);
        packets.add(new Packet(type, bytes, from, at, body));
    }

    private byte[] old(int type, int size) {
        int length = size == 3 ? OPEN : (int) Math.min(Integer.MAX_VALUE, number(1 << size));
        if (length == OPEN && !Packet.isData(type)) {
            throw malformed();
        }
        return take(length == OPEN ? bytes.length - at : length);
    }

    private byte[] pieces(int type) {
        var body = new ByteArrayOutputStream();
        boolean isFirst = true;
        while (true) {
            int first = octet();
            boolean isPartial = first >= 224 && first < 255;
            int length = isPartial ? 1 << (first & 0x1f) : length(first);
            boolean isWrong = isPartial && (!Packet.isData(type) || (isFirst && length < 512));
            if (isWrong) {
                throw malformed();
            }
            byte[] piece = take(length);
            if (!isPartial && isFirst) {
                return piece;
            }
            body.writeBytes(piece);
            if (!isPartial) {
                return body.toByteArray();
            }
            isFirst = false;
        }
    }

    private int length(int first) {
        if (first < 192) {
            return first;
        }
        return first < 224 ? ((first - 192) << 8) + octet() + 192 : (int) Math.min(Integer.MAX_VALUE, number(4));
    }

    private long number(int octets) {
        long number = 0;
        for (int i = 0; i < octets; i++) {
            number = number << 8 | octet();
        }
        return number;
    }

    private int octet() {
        if (at >= bytes.length) {
            throw malformed();
        }
        return bytes[at++] & 0xff;
    }

    private byte[] take(int length) {
        if (length < 0 || length > bytes.length - at) {
            throw malformed();
        }
        at += length;
        return Arrays.copyOfRange(bytes, at - length, at);
    }

    private static Refusal malformed() {
        return new Refusal(Refusal.Why.MALFORMED);
    }
}
