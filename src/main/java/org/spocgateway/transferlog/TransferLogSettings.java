package org.spocgateway.transferlog;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.spocgateway.terms.MailAddress;

/**
 * Where the log belongs.
 *
 * @param origin the council's domain; a shard is called {@code <origin>/transfer-log/<year>}
 * @param state the folder for the signing key, {@code log.vkey} and {@code checkpoint}
 * @param patience how long a transfer waits for page 80 to sign; zero: whoever needs a checkpoint signs it
 * @param withheld whether a domain must not stand in the log: the name of a partner that itself tells a condition (a clinic, a refuge)
 */
public record TransferLogSettings(String origin, Path state, Duration patience, Predicate<String> withheld) {
    private static final Pattern DOMAIN = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)+");

    public TransferLogSettings {
        if (!DOMAIN.matcher(origin).matches()) {
            throw new IllegalArgumentException("gateway.transferlog.origin: the council's domain is expected");
        }
    }

    /** A log without page 80 that withholds nothing: tests, and commands that run beside no gateway. */
    public TransferLogSettings(String origin, Path state) {
        this(origin, state, Duration.ZERO);
    }

    /** A log that withholds no domain. */
    public TransferLogSettings(String origin, Path state, Duration patience) {
        this(origin, state, patience, domain -> false);
    }

    /** The domain of an address, if it may stand in the log. */
    Optional<String> domain(MailAddress address) {
        return Optional.of(address.domain()).filter(withheld.negate());
    }

    /** The shard of a calendar year (UTC). */
    String shard(int year) {
        return origin + "/transfer-log/" + year;
    }
}
