package org.spocgateway.release;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days as people read them. */
final class Days {
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private Days() {}

    static String words(LocalDate day) {
        return FORM.format(day);
    }
}
