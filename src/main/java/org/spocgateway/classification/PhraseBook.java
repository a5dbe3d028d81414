package org.spocgateway.classification;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The named lists of phrases of classification.yaml. */
record PhraseBook(Map<String, List<Phrase>> lists) {
    static final String BANNER = "banner";
    static final String CONDITION = "condition";
    static final String DISCLAIMER = "disclaimer";
    static final String NEGATION = "negation";
    static final String REASSURANCE = "reassurance";
    static final String STRONG_CONDITION = "strong-condition";
    static final String URGENT = "urgent";

    /** The lists that the reading of intents itself needs. */
    static final Set<String> NEEDED = Set.of(
            BANNER,
            CONDITION,
            DISCLAIMER,
            NEGATION,
            REASSURANCE,
            STRONG_CONDITION,
            URGENT,
            "stop",
            "not-yet",
            "go-ahead",
            "asks",
            "no-further-action");

    PhraseBook {
        lists = Map.copyOf(lists);
    }

    List<Phrase> list(String name) {
        return lists.getOrDefault(name, List.of());
    }

    /** Whether any phrase of the list stands in the text. */
    boolean speaks(String name, String text) {
        return list(name).stream().anyMatch(phrase -> phrase.in(text).isPresent());
    }
}
