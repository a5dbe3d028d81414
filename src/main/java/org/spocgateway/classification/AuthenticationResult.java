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
 * @param contradicts whether one header gives two different DMARC results
 */
record AuthenticationResult(String server, Optional<String> dmarc, Optional<String> headerFrom, boolean contradicts) {
    private static final Pattern COMMENT = Pattern.compile("\\([^()]*\\)");
    private static final Pattern DMARC = Pattern.compile("(?i)(?:^|[;\\s])dmarc\\s*=\\s*([a-z]+)");
    private static final Pattern HEADER_FROM = Pattern.compile("(?i)header\\.from\\s*=\\s*\"?([a-z0-9._-]+)");

    static AuthenticationResult of(String value) {
        String plain =
                COMMENT.matcher(value).replaceAll(" ").replaceAll("\\s+", " ").strip();
        String[] parts = plain.split("[;\\s]", 2);
        String rest = parts.length > 1 ? parts[1] : "";
        var results = new LinkedHashSet<String>();
        DMARC.matcher(rest)
                .results()
                .forEach(found -> results.add(found.group(1).toLowerCase(Locale.ROOT)));
        Matcher from = HEADER_FROM.matcher(rest);
        Optional<String> headerFrom =
                from.find() ? Optional.of(from.group(1).toLowerCase(Locale.ROOT)) : Optional.empty();
        return new AuthenticationResult(
                parts[0].toLowerCase(Locale.ROOT), results.stream().findFirst(), headerFrom, results.size() > 1);
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
