package org.spocgateway.portal;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.spocgateway.vault.Vault;

/**
 * The second lock: six digits read out by telephone.
 *
 * <p>Five wrong ones spend the code; another one works after 1, 5, then 15 minutes. Nobody is ever locked out for good.
 */
final class Codes {
    private static final int TRIES = 5;
    private static final List<Duration> WAITS =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15));

    private final PackageRows rows;
    private final Vault vault;
    private final Secrets secrets;
    private final Clock clock;
    private final PortalSettings settings;

    Codes(PackageRows rows, Vault vault, Secrets secrets, Clock clock, PortalSettings settings) {
        this.rows = rows;
        this.vault = vault;
        this.secrets = secrets;
        this.clock = clock;
        this.settings = settings;
    }

    /** A code for a package that the running transaction has locked. */
    String fresh(PackageRow row) {
        String code = secrets.code();
        Instant from = later(clock.instant(), row.code().notBefore());
        rows.setCode(row.id(), hash(row, code), from.plus(settings.code()));
        return code;
    }

    /** Tries a code on a package that the running transaction has locked. */
    CodeTried attempt(PackageRow row, String typed) {
        Instant now = clock.instant();
        PackageRow.Code code = row.code();
        if (now.isBefore(code.notBefore())) {
            return new CodeTried.Wait(code.notBefore());
        }
        if (code.hash().isEmpty() || !now.isBefore(code.until())) {
            return new CodeTried.NoCode();
        }
        if (MessageDigest.isEqual(code.hash().get(), hash(row, tidy(typed)))) {
            rows.useCode(row.id());
            return new CodeTried.Right();
        }
        if (code.wrong() + 1 < TRIES) {
            rows.countWrongCode(row.id());
            return new CodeTried.Wrong(TRIES - code.wrong() - 1);
        }
        Instant notBefore = now.plus(WAITS.get(Math.min(code.rounds(), WAITS.size() - 1)));
        rows.spendCode(row.id(), notBefore);
        return new CodeTried.Wait(notBefore);
    }

    // keyed, for a million codes are soon tried against a plain hash
    private byte[] hash(PackageRow row, String code) {
        return vault.index("portal-code", row.id().value() + " " + code);
    }

    /** People read digits in groups, and paste what is around them. */
    private static String tidy(String typed) {
        return typed.replaceAll("[\\s-]", "");
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
