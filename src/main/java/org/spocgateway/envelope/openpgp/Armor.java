package org.spocgateway.envelope.openpgp;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * ASCII armour that is the whole of a text, white space around it aside (RFC 9580 section 6.2). The checksum is not looked at, as
 * its section 6.1 allows: a tag, an MDC or a signature tells more.
 *
 * @param kind what stands behind BEGIN PGP, such as {@code MESSAGE}
 * @param charset what a Charset header says
 */
public record Armor(String kind, Optional<String> charset, byte[] data) {
    private static final Pattern BEGIN = Pattern.compile("-----BEGIN PGP ([A-Z ]{1,40})-----[ \\t\\r]*");
    private static final Pattern HEADER = Pattern.compile("[A-Za-z][A-Za-z-]*: ?(.*)");
    private static final Pattern CHECKSUM = Pattern.compile("=[A-Za-z0-9+/]{4}");

    /**
     * Reads a text that begins with armour.
     *
     * @return empty if it does not begin with armour, or if anything but white space stands behind
     * @throws Refusal MALFORMED if the armour itself is broken
     */
    public static Optional<Armor> whole(byte[] text) {
        return whole(lines(text));
    }

    static Optional<Armor> whole(List<String> lines) {
        int first = next(lines, 0);
        if (first == lines.size()) {
            return Optional.empty();
        }
        Matcher begin = BEGIN.matcher(lines.get(first));
        if (!begin.matches()) {
            return Optional.empty();
        }
        String kind = begin.group(1);
        int end = first + 1;
        while (end < lines.size() && !lines.get(end).stripTrailing().equals("-----END PGP " + kind + "-----")) {
            end++;
        }
        if (end == lines.size()) {
            throw new Refusal(Refusal.Why.MALFORMED);
        }
        return next(lines, end + 1) < lines.size()
                ? Optional.empty()
                : Optional.of(read(kind, lines.subList(first + 1, end)));
    }

    /** The lines of a text, without their ends; each byte is a character. */
    static List<String> lines(byte[] text) {
        return new String(text, StandardCharsets.ISO_8859_1).lines().toList();
    }

    private static int next(List<String> lines, int from) {
        int at = from;
        while (at < lines.size() && lines.get(at).isBlank()) {
            at++;
        }
        return at;
    }

    private static Armor read(String kind, List<String> lines) {
        int at = 0;
        Optional<String> charset = Optional.empty();
        for (; at < lines.size() && !lines.get(at).isBlank(); at++) {
            Matcher header = HEADER.matcher(lines.get(at));
            if (!header.matches()) {
                throw new Refusal(Refusal.Why.MALFORMED);
            }
            boolean isCharset = lines.get(at).startsWith("Charset:");
            charset = isCharset ? Optional.of(header.group(1).strip()) : charset;
        }
        List<String> body = new ArrayList<>();
        lines.subList(at, lines.size()).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(body::add);
        boolean hasChecksum =
                !body.isEmpty() && CHECKSUM.matcher(body.get(body.size() - 1)).matches();
        return new Armor(kind, charset, decoded(hasChecksum ? body.subList(0, body.size() - 1) : body));
    }

    private static byte[] decoded(List<String> lines) {
        try {
            return Base64.getDecoder().decode(String.join("", lines));
        } catch (IllegalArgumentException e) {
            throw new Refusal(Refusal.Why.MALFORMED);
        }
    }

    @Override
    public String toString() {
        return "Armor[" + kind + ", " + data.length + " bytes]";
    }
}
