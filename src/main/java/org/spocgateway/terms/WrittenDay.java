package org.spocgateway.terms;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A day among the facts about a person: held as {@code 2001-03-09}, read by people as {@code 9 March 2001}. */
public final class WrittenDay {
    private static final DateTimeFormatter PEOPLE = DateTimeFormatter.ofPattern("d MMMM uuuu");

    private WrittenDay() {}

    /** The fact as people read it; one that is not a day written {@code 2001-03-09} stays as it is. */
    public static String inWords(String fact, Locale reader) {
        try {
            return PEOPLE.withLocale(reader).format(LocalDate.parse(fact.strip()));
        } catch (DateTimeException e) {
            return fact;
        }
    }
}
