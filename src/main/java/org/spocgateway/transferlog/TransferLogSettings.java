package org.spocgateway.transferlog;

import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * Where the log belongs.
 *
 * @param origin the council's domain; a shard is called {@code <origin>/transfer-log/<year>}
 * @param state the folder for the signing key, {@code log.vkey} and {@code checkpoint}
 * @param patience how long a transfer waits for page 80 to sign; zero: whoever needs a checkpoint signs it
 */
public record TransferLogSettings(String origin, Path state, Duration patience) {
    private static final Pattern DOMAIN = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)+");

    public TransferLogSettings {
        if (!DOMAIN.matcher(origin).matches()) {
            throw new IllegalArgumentException("gateway.transferlog.origin: the council's domain is expected");
        }
    }

    /** A log without page 80: tests, and commands that run beside no gateway. */
    public TransferLogSettings(String origin, Path state) {
        this(origin, state, Duration.ZERO);
    }

    /** The shard of a calendar year (UTC). */
    String shard(int year) {
        return origin + "/transfer-log/" + year;
    }
}
