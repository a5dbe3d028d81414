package org.spocgateway.envelope.openpgp;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A clear-signed text that is the whole of a text, read strictly (RFC 9580 section 7): whatever could show other words than those that
 * are signed is no such text.
 *
 * @param shown the words, line ends as they came
 * @param signed the same without white space at line ends, in CR LF, without the last line end
 */
record ClearSigned(byte[] shown, byte[] signed, byte[] signature) {
    private static final String BEGIN = "-----BEGIN PGP SIGNED MESSAGE-----";
    private static final String SIGNATURE = "-----BEGIN PGP SIGNATURE-----";
    private static final Pattern HASH = Pattern.compile("Hash: [A-Za-z0-9-]+(, ?[A-Za-z0-9-]+)*");
    private static final Pattern END_SPACE = Pattern.compile("[ \\t\\r]+$");

    /** Whether a text begins like one, whatever comes after. */
    static boolean begins(List<String> lines) {
        return first(lines)
                .map(at -> lines.get(at).stripTrailing().equals(BEGIN))
                .orElse(false);
    }

    /** @throws Refusal MALFORMED if it is not wholly one */
    static ClearSigned of(List<String> lines) {
        int at = first(lines).orElseThrow(ClearSigned::malformed) + 1;
        while (at < lines.size() && HASH.matcher(lines.get(at).stripTrailing()).matches()) {
            at++;
        }
        if (at == lines.size()
                || !END_SPACE.matcher(lines.get(at)).replaceAll("").isEmpty()) {
            throw malformed();
        }
        List<String> text = new ArrayList<>();
        for (at++; at < lines.size() && !lines.get(at).stripTrailing().equals(SIGNATURE); at++) {
            text.add(unescaped(lines.get(at)));
        }
        Armor armor = Armor.whole(lines.subList(at, lines.size()))
                .filter(each -> each.kind().equals("SIGNATURE"))
                .orElseThrow(ClearSigned::malformed);
        List<String> bare = text.stream()
                .map(line -> END_SPACE.matcher(line).replaceAll(""))
                .toList();
        return new ClearSigned(bytes(String.join("\r\n", text)), bytes(String.join("\r\n", bare)), armor.data());
    }

    private static String unescaped(String line) {
        if (line.startsWith("- ")) {
            return line.substring(2);
        }
        if (line.startsWith("-")) {
            throw malformed();
        }
        return line;
    }

    private static Optional<Integer> first(List<String> lines) {
        for (int at = 0; at < lines.size(); at++) {
            if (!lines.get(at).isBlank()) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static Refusal malformed() {
        return new Refusal(Refusal.Why.MALFORMED);
    }

    @Override
    public String toString() {
        return "ClearSigned[" + shown.length + " bytes, redacted]";
    }
}
