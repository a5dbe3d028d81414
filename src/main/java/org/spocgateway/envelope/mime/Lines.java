package org.spocgateway.envelope.mime;

/** Where lines begin and end in bytes; a line ends with its line feed. */
public final class Lines {
    private Lines() {}

    /** Where the next line begins, or the end. */
    public static int after(byte[] bytes, int from, int to) {
        return Math.min(to, Octets.find((byte) '\n', bytes, from, to) + 1);
    }

    /** Whether there is nothing but white space. */
    public static boolean isBlank(byte[] bytes, int from, int to) {
        for (int at = from; at < to; at++) {
            if (!Character.isWhitespace(bytes[at] & 0xff)) {
                return false;
            }
        }
        return true;
    }

    /** Without the line end that stands directly before. */
    public static int withoutEnd(byte[] bytes, int from, int at) {
        int end = at > from && bytes[at - 1] == '\n' ? at - 1 : at;
        return end < at && end > from && bytes[end - 1] == '\r' ? end - 1 : end;
    }

    /** Whether a line begins with a field's name and colon, or with the white space by which a field goes on (RFC 5322 section 2.2). */
    static boolean isField(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && bytes[at] > ' ' && bytes[at] < 0x7f && bytes[at] != ':') {
            at++;
        }
        boolean isContinued = at == from && isSpace(bytes[from]);
        while (at < to && isSpace(bytes[at])) {
            at++;
        }
        return isContinued || (at > from && at < to && bytes[at] == ':');
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\t';
    }
}
