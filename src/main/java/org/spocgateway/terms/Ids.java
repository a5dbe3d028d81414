package org.spocgateway.terms;

import java.security.SecureRandom;
import java.util.regex.Pattern;

/** Makes and checks the random part of every id: 128 bits as 26 letters of Crockford's base32, lower case. */
final class Ids {
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final Pattern FORM = Pattern.compile("[0-9a-hjkmnp-tv-z]{26}");

    private Ids() {}

    static String random(SecureRandom random) {
        var id = new StringBuilder(26);
        for (int i = 0; i < 26; i++) {
            id.append(ALPHABET.charAt(random.nextInt(32)));
        }
        return id.toString();
    }

    static String checked(String value) {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not an id: 26 letters of base32 are expected");
        }
        return value;
    }
}
