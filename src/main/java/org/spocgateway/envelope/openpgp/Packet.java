package org.spocgateway.envelope.openpgp;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/**
 * One packet: its type, and where it stands (RFC 9580 section 4.2).
 *
 * @param from first byte of its header, within {@code source}
 * @param to after its last byte
 * @param body what it carries, partial lengths put together
 */
record Packet(int type, byte[] source, int from, int to, byte[] body) {
    static final int PUBLIC_KEY_SESSION = 1;
    static final int SIGNATURE = 2;
    static final int PASSWORD_SESSION = 3;
    static final int ONE_PASS = 4;
    static final int COMPRESSED = 8;
    static final int SEALED_BARE = 9;
    static final int MARKER = 10;
    static final int LITERAL = 11;
    static final int SEALED_PROTECTED = 18;
    static final int SEALED_AEAD = 20;
    static final int PADDING = 21;

    /** Those whose length may come in pieces or be left open. */
    static boolean isData(int type) {
        return type == COMPRESSED
                || type == SEALED_BARE
                || type == LITERAL
                || type == SEALED_PROTECTED
                || type == SEALED_AEAD;
    }

    boolean isSealed() {
        return type == SEALED_BARE || type == SEALED_PROTECTED || type == SEALED_AEAD;
    }

    /** Those that say nothing and are passed over. */
    boolean isFiller() {
        return type == MARKER || type == PADDING;
    }

    /** The octet at a place of the body; 0 behind its end. */
    int octet(int at) {
        return at < body.length ? body[at] & 0xff : 0;
    }

    /** As it came, header and all. */
    InputStream stream() {
        return new ByteArrayInputStream(source, from, to - from);
    }

    @Override
    public String toString() {
        return "Packet[" + type + ", " + body.length + " bytes]";
    }
}
