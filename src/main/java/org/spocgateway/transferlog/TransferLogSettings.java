package org.spocgateway.transferlog;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.spocgateway.terms.MailAddress;

/**
 * Where the log belongs.
 *
 * @param origin the council's domain; a shard is called {@code <origin>/transfer-log/<year>}
 * @param state the folder for the signing key, {@code log.vkey} and {@code checkpoint}
 * @param patience how long a transfer waits for page 80 to sign; zero: whoever needs a checkpoint signs it
 * @param discretion what else must not stand in the log
 */
public record TransferLogSettings(String origin, Path state, Duration patience, Discretion discretion) {
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

    /** A log that withholds nothing. */
    public TransferLogSettings(String origin, Path state, Duration patience) {
        this(origin, state, patience, Discretion.NONE);
    }

    /** The domain of an address, if it may stand in the log. */
    Optional<String> domain(MailAddress address) {
        return Optional.of(address.domain())
                .filter(domain -> !discretion.withheld().contains(domain));
    }

    /** The shard of a calendar year (UTC). */
    String shard(int year) {
        return origin + "/transfer-log/" + year;
    }
}
