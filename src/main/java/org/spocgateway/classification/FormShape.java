package org.spocgateway.classification;

import java.util.List;

/**
 * How a referral form is recognised: by so many of its headings.
 *
 * @param headings phrases, each a heading of one of the editions
 * @param atLeast how many different ones must stand in one document
 */
record FormShape(List<Phrase> headings, int atLeast) {
    boolean fits(String text) {
        return headings.stream().filter(heading -> heading.in(text).isPresent()).count() >= atLeast;
    }
}
