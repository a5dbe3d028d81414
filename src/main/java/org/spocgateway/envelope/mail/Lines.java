package org.spocgateway.envelope.mail;

/** Where lines begin and end in bytes; a line ends with its line feed. */
final class Lines {
    private Lines() {}

    /** The first byte of the next line. */
    static int after(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && bytes[at] != '\n') {
            at++;
        }
        return Math.min(to, at + 1);
    }

    static boolean isBlank(byte[] bytes, int from, int to) {
        for (int at = from; at < to; at++) {
            if (!Character.isWhitespace(bytes[at] & 0xff)) {
                return false;
            }
        }
        return true;
    }

    /** Without the line end that stands directly before. */
    static int withoutEnd(byte[] bytes, int from, int at) {
        int end = at > from && bytes[at - 1] == '\n' ? at - 1 : at;
        return end < at && end > from && bytes[end - 1] == '\r' ? end - 1 : end;
    }
}
