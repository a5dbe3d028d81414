package org.spocgateway.classification;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One {@code Received} line, as far as it tells who gave the mail to whom and how (RFC 5321 section 4.4, RFC 3848).
 *
 * @param from the name the receiving server gives the sending one; empty if it says none
 * @param by the server that wrote the line; empty if it says none
 * @param tls how the hop was protected
 */
record BorderHop(Optional<String> from, Optional<String> by, Tls tls) {
    private static final Pattern FROM = Pattern.compile("(?i)^\\s*from\\s+\\[?([^\\s()\\[\\];]+)");
    private static final Pattern BY = Pattern.compile("(?i)(?:^|\\s)by\\s+([^\\s()\\[\\];]+)");
    private static final Pattern VERSION =
            Pattern.compile("(?i)(?:version=|using\\s+|\\(|\\s)TLS_?v?(1)(?:[._]([0-3]))?(?=[\\s,;:)_]|$)");
    private static final Pattern WITH = Pattern.compile("(?i)\\swith\\s+([a-z0-9]+)");

    /** How one hop was protected. */
    enum Tls {
        /** TLS 1.2 or better. */
        GOOD,
        /** TLS, and the line does not say which. */
        UNSTATED,
        OLD,
        NONE
    }

    static BorderHop of(String received) {
        String line = received.replaceAll("\\s+", " ");
        return new BorderHop(first(FROM, line), first(BY, line), tls(line));
    }

    private static Optional<String> first(Pattern pattern, String line) {
        Matcher matcher = pattern.matcher(line);
        return matcher.find()
                ? Optional.of(matcher.group(1).toLowerCase(Locale.ROOT).replaceAll("[.,]+$", ""))
                : Optional.empty();
    }

    private static Tls tls(String line) {
        Matcher version = VERSION.matcher(line);
        if (version.find()) {
            String minor = version.group(2);
            return minor != null && minor.compareTo("2") >= 0 ? Tls.GOOD : Tls.OLD;
        }
        if (line.toUpperCase(Locale.ROOT).contains("SSLV3")) {
            return Tls.OLD;
        }
        Matcher with = WITH.matcher(line);
        while (with.find()) {
            if (List.of("ESMTPS", "ESMTPSA", "UTF8SMTPS", "UTF8SMTPSA", "LMTPS", "LMTPSA")
                    .contains(with.group(1).toUpperCase(Locale.ROOT))) {
                return Tls.UNSTATED;
            }
        }
        return Tls.NONE;
    }

    /** Whether one of the hosts wrote the line. */
    boolean writtenBy(List<String> hosts) {
        return by.isPresent() && hosts.stream().anyMatch(host -> within(by.get(), host));
    }

    /** Whether the sending server's name is one of these or below one of these. */
    boolean cameFrom(List<String> suffixes) {
        return from.isPresent() && suffixes.stream().anyMatch(suffix -> within(from.get(), suffix));
    }

    static boolean within(String host, String suffix) {
        String tidy = suffix.toLowerCase(Locale.ROOT);
        return host.equals(tidy) || host.endsWith("." + tidy);
    }
}
