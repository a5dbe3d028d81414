package org.spocgateway.envelope.mime;

/** Lines of a header, found where they lie. */
final class Lines {
    private Lines() {}

    /** Where the next line begins, or the end. */
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
