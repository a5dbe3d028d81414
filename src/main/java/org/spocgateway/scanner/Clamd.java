package org.spocgateway.scanner;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** ClamAV's daemon, over its own protocol (clamd(8), INSTREAM): bytes go there, one line comes back. */
public final class Clamd implements Scanner {
    private static final Pattern FOUND = Pattern.compile("stream: (.{1,400}?) FOUND");
    private static final int NAME_MOST = 80;

    private final ClamdAddress address;
    private final Duration patience;

    /** @param patience how long one step may take: connecting, a chunk, the answer */
    public Clamd(ClamdAddress address, Duration patience) {
        this.address = address;
        this.patience = patience;
    }

    @Override
    public Scan scan(InputStream content) throws IOException {
        try (var line = new ClamdLine(address, patience)) {
            return read(line.stream(content));
        }
    }

    /** What clamd calls itself, such as {@code ClamAV 1.4.3/27800/…}: engine, and the date of its signatures. */
    public String version() throws IOException {
        try (var line = new ClamdLine(address, patience)) {
            String version = ended(line.ask("VERSION"));
            if (!version.startsWith("ClamAV")) {
                throw new ScannerAway("something else than ClamAV answers there");
            }
            return version.replaceAll("[^\\x20-\\x7e]", "");
        }
    }

    /** Only the three answers that clamd gives to a stream count: everything else, and no end, tells nothing. */
    private static Scan read(String answer) throws ScannerAway {
        String said = ended(answer);
        if (said.equals("stream: OK")) {
            return new Scan.Clean();
        }
        Matcher found = FOUND.matcher(said);
        if (found.matches()) {
            return found(found.group(1).replaceAll("[^A-Za-z0-9._-]", "_"));
        }
        if (said.toLowerCase(Locale.ROOT).contains("size limit exceeded")) {
            return new Scan.TooLarge();
        }
        throw new ScannerAway("the virus scanner answered something that we do not know");
    }

    /** clamd may be told to report what it did not look into (AlertExceedsMax, AlertEncrypted); that is no malice. */
    private static Scan found(String name) {
        if (name.startsWith("Heuristics.Limits.Exceeded")) {
            return new Scan.TooLarge();
        }
        return name.startsWith("Heuristics.Encrypted")
                ? new Scan.Clean()
                : new Scan.Infected(name.substring(0, Math.min(NAME_MOST, name.length())));
    }

    private static String ended(String answer) throws ScannerAway {
        int end = answer.indexOf('\0');
        if (end < 0) {
            throw new ScannerAway("the virus scanner broke off in its answer");
        }
        return answer.substring(0, end).strip();
    }
}
