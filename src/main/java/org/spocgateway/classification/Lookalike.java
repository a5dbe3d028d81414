package org.spocgateway.classification;

import java.text.Normalizer;
import java.util.Locale;
import org.spocgateway.directory.Directory;
import org.spocgateway.terms.MailAddress;

/** Tells whether an address that nobody in the directory has was made to look like one that somebody has (domain 3.4). */
final class Lookalike {
    /** Shorter names would resemble by chance. */
    private static final int TELLING = 10;

    private final Directory directory;

    Lookalike(Directory directory) {
        this.directory = directory;
    }

    boolean resembles(MailAddress from, String display) {
        return directory.lookalike(from.value()).isPresent() || namesForce(from.domain()) || namesForce(display);
    }

    /** A whole force's name or domain, in a domain or a display name that is not its own. */
    private boolean namesForce(String text) {
        String letters = letters(text);
        return directory.forces().stream()
                .anyMatch(force -> told(letters, force.name())
                        || force.domains().stream().anyMatch(domain -> told(letters, domain)));
    }

    private static boolean told(String letters, String name) {
        String told = letters(name);
        return told.length() >= TELLING && letters.contains(told);
    }

    private static String letters(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replace('0', 'o')
                .replace('1', 'l')
                .replace('3', 'e')
                .replace('5', 's')
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
