package org.spocgateway.envelope.mail;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import org.spocgateway.envelope.mime.EvenLines;
import org.spocgateway.envelope.mime.Lines;

/** Takes off transfer encodings, and goes on where others give up (RFC 2045 section 6). */
final class Transfer {
    private Transfer() {}

    /** What an encoding that nobody knows was done to, stays as it stands. */
    static byte[] decoded(String encoding, byte[] body) {
        String name = encoding.split("[;\\s]", 2)[0].strip().toLowerCase(Locale.ROOT);
        return switch (name) {
            case "base64" -> base64(body);
            case "quoted-printable" -> quoted(body);
            case "x-uuencode", "x-uue", "uuencode" -> uu(body);
            default -> body;
        };
    }

    private static byte[] base64(byte[] body) {
        try {
            return Base64.getDecoder().decode(joined(body));
        } catch (IllegalArgumentException e) {
            return brokenBase64(body);
        }
    }

    /** Without line ends. */
    private static byte[] joined(byte[] body) {
        var lines = new EvenLines();
        byte[] joined = new byte[body.length];
        int length = 0;
        for (int at = 0; at < body.length; ) {
            int line = lines.length(body, at, body.length);
            System.arraycopy(body, at, joined, length, line);
            length += line;
            at += line;
            while (at < body.length && EvenLines.isEnd(body[at])) {
                at++;
            }
        }
        return Arrays.copyOf(joined, length);
    }

    /** Characters that are none of it are passed over; padding in between begins anew; a single last character says nothing. */
    private static byte[] brokenBase64(byte[] body) {
        var out = new ByteArrayOutputStream(body.length / 4 * 3 + 3);
        byte[] run = new byte[body.length];
        int length = 0;
        for (byte each : body) {
            if (each == '=') {
                out.writeBytes(run(run, length));
                length = 0;
            } else if (isBase64(each)) {
                run[length++] = each;
            }
        }
        out.writeBytes(run(run, length));
        return out.toByteArray();
    }

    private static byte[] run(byte[] characters, int length) {
        int whole = length % 4 == 1 ? length - 1 : length;
        return Base64.getDecoder().decode(Arrays.copyOf(characters, whole));
    }

    private static boolean isBase64(byte b) {
        return (b >= 'A' && b <= 'Z') || (b >= 'a' && b <= 'z') || (b >= '0' && b <= '9') || b == '+' || b == '/';
    }

    /** An equals sign that stands for nothing stays. */
    private static byte[] quoted(byte[] body) {
        var out = new ByteArrayOutputStream(body.length);
        int at = 0;
        while (at < body.length) {
            int end = Lines.after(body, at, body.length);
            int text = Lines.withoutEnd(body, at, end);
            while (text > at && (body[text - 1] == ' ' || body[text - 1] == '\t')) {
                text--;
            }
            boolean isSoft = text > at && body[text - 1] == '=';
            octets(body, at, isSoft ? text - 1 : text, out);
            if (!isSoft) {
                out.write(body, Lines.withoutEnd(body, at, end), end - Lines.withoutEnd(body, at, end));
            }
            at = end;
        }
        return out.toByteArray();
    }

    /** Each equals sign with two digits as its octet. */
    static byte[] octets(byte[] text) {
        var out = new ByteArrayOutputStream(text.length);
        octets(text, 0, text.length, out);
        return out.toByteArray();
    }

    private static void octets(byte[] body, int from, int to, ByteArrayOutputStream out) {
        for (int i = from; i < to; i++) {
            int high = body[i] == '=' && i + 2 < to ? Character.digit(body[i + 1], 16) : -1;
            int low = high >= 0 ? Character.digit(body[i + 2], 16) : -1;
            out.write(low >= 0 ? high << 4 | low : body[i]);
            i += low >= 0 ? 2 : 0;
        }
    }

    /** From "begin" to "end"; lines are as long as their first character says. */
    private static byte[] uu(byte[] body) {
        var out = new ByteArrayOutputStream(body.length);
        boolean isWithin = false;
        for (int at = 0; at < body.length; ) {
            int end = Lines.after(body, at, body.length);
            int text = Lines.withoutEnd(body, at, end);
            boolean isBegin = !isWithin && startsWith(body, at, text, "begin ");
            boolean isEnd = isWithin && startsWith(body, at, text, "end");
            if (isWithin && !isEnd) {
                line(body, at, text, out);
            }
            isWithin = isBegin || (isWithin && !isEnd);
            at = end;
        }
        return out.size() == 0 ? body : out.toByteArray();
    }

    private static boolean startsWith(byte[] body, int at, int to, String word) {
        for (int i = 0; i < word.length(); i++) {
            if (at + i >= to || body[at + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static void line(byte[] body, int from, int to, ByteArrayOutputStream out) {
        int left = from < to ? (body[from] - ' ') & 0x3f : 0;
        for (int i = from + 1; i < to && left > 0; i += 4) {
            int bits = 0;
            for (int j = 0; j < 4; j++) {
                bits = bits << 6 | (i + j < to ? (body[i + j] - ' ') & 0x3f : 0);
            }
            for (int shift = 16; shift >= 0 && left > 0; shift -= 8, left--) {
                out.write(bits >> shift);
            }
        }
    }
}
