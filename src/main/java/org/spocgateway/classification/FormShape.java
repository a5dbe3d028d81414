package org.spocgateway.classification;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How an edition of a referral form is recognised: by so many of its headings, each at the beginning of a line that is no more than a
 * label. Prose that speaks about the form has sentences, not labels.
 *
 * @param id the edition
 * @param headings phrases, each a heading or a label of that edition
 * @param atLeast how many different ones must stand in one document
 */
record FormShape(String id, List<Phrase> headings, int atLeast) {
    private static final Pattern NUMBERING =
            Pattern.compile("^[\\s\\d.):*\\u2022\\u25a0-]*(?:(?i:section|part)\\s+\\w{1,3}[\\s.:-]*)?");
    private static final int LABEL_WORDS = 16;
    private static final int LINES_MOST = 5000;

    /** The first edition that the document is. */
    static Optional<String> of(String document, Collection<FormShape> editions) {
        List<String> labels = document.lines()
                .limit(LINES_MOST)
                .map(line -> NUMBERING.matcher(line).replaceFirst(""))
                .filter(line -> !line.isBlank())
                .toList();
        return editions.stream()
                .filter(each -> each.fits(labels))
                .map(FormShape::id)
                .findFirst();
    }

    private boolean fits(List<String> labels) {
        return headings.stream()
                        .filter(heading -> labels.stream().anyMatch(line -> stands(heading, line)))
                        .limit(atLeast)
                        .count()
                == atLeast;
    }

    /** Whether the line begins with it and then ends, or gives the answer behind a mark, or is short. */
    private static boolean stands(Phrase heading, String line) {
        Optional<Phrase.Place> place = heading.in(line.length() <= 400 ? line : line.substring(0, 400));
        if (place.isEmpty() || place.get().from() > 0) {
            return false;
        }
        String rest = line.substring(place.get().to()).strip();
        return rest.isEmpty()
                || rest.startsWith(":")
                || rest.startsWith("?")
                || rest.startsWith("(")
                || line.split("\\s+", LABEL_WORDS + 1).length <= LABEL_WORDS && !rest.endsWith(".");
    }
}
