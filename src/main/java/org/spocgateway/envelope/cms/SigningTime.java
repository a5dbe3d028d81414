package org.spocgateway.envelope.cms;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1UTCTime;
import org.bouncycastle.asn1.cms.Time;

/** When somebody claims to have signed (RFC 5652 section 11.3). */
public final class SigningTime {
    /** {@code YYMMDDhhmmss}, and the only zone that the standard wants. */
    private static final int DIGITS = 12;

    private static final String ZONE = "GMT+00:00";

    /** Two digits of a year from here on are of the last century. */
    private static final int LAST_CENTURY = 50;

    private SigningTime() {}

    /** @throws RuntimeException if it is none */
    public static Instant of(ASN1Encodable time) {
        String text = time.toASN1Primitive() instanceof ASN1UTCTime utc ? utc.getTime() : "";
        try {
            return text.length() == DIGITS + ZONE.length() && text.endsWith(ZONE)
                    ? usual(text)
                    : Time.getInstance(time).getDate().toInstant();
        } catch (DateTimeException e) {
            return Time.getInstance(time).getDate().toInstant();
        }
    }

    private static Instant usual(String text) {
        int year = two(text, 0);
        return LocalDateTime.of(
                        (year < LAST_CENTURY ? 2000 : 1900) + year,
                        two(text, 2),
                        two(text, 4),
                        two(text, 6),
                        two(text, 8),
                        two(text, 10))
                .toInstant(ZoneOffset.UTC);
    }

    private static int two(String text, int at) {
        return Integer.parseInt(text, at, at + 2, 10);
    }
}
