package org.spocgateway.terms;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One mail address in the only form this gateway sends to or trusts: ASCII, one {@code @}, no quoting, no route.
 *
 * <p>Carriage return, line feed, spaces, quotes, angle brackets, commas, semicolons, a second {@code @} and letters outside ASCII
 * are refused here, so header and command injection end in this constructor (RFC 5321 section 4.1.2, the dot-atom form only).
 *
 * @param value {@code local@domain}, lower case, at most 254 characters
 */
public record MailAddress(String value) {
    private static final Pattern FORM = Pattern.compile(
            "[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])",
            Pattern.CASE_INSENSITIVE);

    public MailAddress {
        if (!isUsable(value)) {
            throw new IllegalArgumentException(
                    "not a mail address that can be used: one name, one @, one domain, plain letters only");
        }
        value = value.toLowerCase(Locale.ROOT);
    }

    /** For text from outside: empty when it is no usable address. */
    public static Optional<MailAddress> parse(String text) {
        String tidy = text.strip();
        return isUsable(tidy) ? Optional.of(new MailAddress(tidy)) : Optional.empty();
    }

    /** Looked at before it is put into lower case: the Kelvin sign would become a plain k. */
    private static boolean isUsable(String text) {
        return text.length() <= 254 && FORM.matcher(text).matches();
    }

    /** The part before the {@code @}: personal data, never logged. */
    public String localPart() {
        return value.substring(0, value.indexOf('@'));
    }

    /** The part after the {@code @}. */
    public String domain() {
        return value.substring(value.indexOf('@') + 1);
    }

    /** Whether the domain is {@code suffix} or ends in it on a label boundary: {@code met.police.uk} is in {@code police.uk}, {@code xpolice.uk} is not. */
    public boolean isWithin(String suffix) {
        String tidy = IDN.toASCII(suffix, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        return domain().equals(tidy) || domain().endsWith("." + tidy);
    }

    /** The domain only; the local part names a person. */
    @Override
    public String toString() {
        return "…@" + domain();
    }
}
