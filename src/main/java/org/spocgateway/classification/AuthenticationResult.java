package org.spocgateway.classification;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One {@code Authentication-Results} header (RFC 8601): who says so, and what about DMARC.
 *
 * @param server the authserv-id, lower case
 * @param dmarc the result word; empty if it is not spoken of
 * @param headerFrom the domain that DMARC was checked for; empty if not said
 * @param contradicts whether one header gives two different DMARC results, or two domains for one
 */
record AuthenticationResult(String server, Optional<String> dmarc, Optional<String> headerFrom, boolean contradicts) {
    private static final Pattern DMARC = Pattern.compile("(?i)\\s*dmarc\\s*=\\s*([a-z]+).*", Pattern.DOTALL);
    private static final Pattern HEADER_FROM = Pattern.compile("(?i)\\sheader\\.from\\s*=\\s*([a-z0-9._-]+)");

    static AuthenticationResult of(String value) {
        String[] parts = plain(value).strip().split("[;\\s]", 2);
        var results = new LinkedHashSet<String>();
        var domains = new LinkedHashSet<String>();
        for (String each : (parts.length > 1 ? parts[1] : "").split(";")) {
            Matcher dmarc = DMARC.matcher(each);
            if (dmarc.matches()) {
                results.add(dmarc.group(1).toLowerCase(Locale.ROOT));
                HEADER_FROM
                        .matcher(each)
                        .results()
                        .forEach(from -> domains.add(from.group(1).toLowerCase(Locale.ROOT)));
            }
        }
        return new AuthenticationResult(
                parts[0].toLowerCase(Locale.ROOT),
                results.stream().findFirst(),
                domains.stream().findFirst(),
                results.size() > 1 || domains.size() > 1);
    }

    /**
     * Without comments, and quoted words in one piece: both may repeat what the sender wrote, and a sender may write
     * {@code dmarc=pass}. Empty where either does not end.
     */
    private static String plain(String value) {
        var plain = new StringBuilder();
        boolean quoted = false;
        int comments = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\' && (quoted || comments > 0)) {
                i++;
                plain.append(quoted ? "_" : "");
            } else if (c == '"' && comments == 0) {
                quoted = !quoted;
            } else if (!quoted && (c == '(' || (c == ')' && comments > 0))) {
                comments += c == '(' ? 1 : -1;
                plain.append(' ');
            } else if (comments == 0) {
                plain.append(quoted && isSpecial(c) ? '_' : c);
            }
        }
        return quoted || comments > 0 ? "" : plain.toString();
    }

    private static boolean isSpecial(char c) {
        return !Character.isLetterOrDigit(c) && ".-_@".indexOf(c) < 0;
    }

    boolean saidBy(List<String> hosts) {
        return hosts.stream().anyMatch(host -> host.equalsIgnoreCase(server));
    }

    /** Whether DMARC passed for this From domain, which it stands aligned with. */
    boolean passesFor(String domain) {
        return dmarc.filter("pass"::equals).isPresent()
                && headerFrom.map(checked -> checked.equals(domain)).orElse(true);
    }
}
