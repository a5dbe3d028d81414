package org.spocgateway.classification;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    static final String URGENT_HARMLESS = "urgent-harmless";
    static final String NO_OBSTACLE = "no-obstacle";
    static final String GO_AHEAD_BARE = "go-ahead-bare";
    static final String CONDITION_ON_ASKING = "condition-on-asking";
    static final String OTHER_BUSINESS = "other-business";
    static final String ELSEWHERE = "elsewhere";
    static final String INJECTION = "injection";
    static final String HYPOTHESIS = "hypothesis";

    /** The lists that the reading of intents itself needs. */
    static final Set<String> NEEDED = Set.of(
            BANNER,
            CONDITION,
            DISCLAIMER,
            NEGATION,
            REASSURANCE,
            STRONG_CONDITION,
            URGENT,
            URGENT_HARMLESS,
            NO_OBSTACLE,
            GO_AHEAD_BARE,
            CONDITION_ON_ASKING,
            OTHER_BUSINESS,
            ELSEWHERE,
            INJECTION,
            HYPOTHESIS,
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

    /** Where the first phrase of the list that stands in the text stands. */
    Optional<Phrase.Place> first(String name, String text) {
        return list(name).stream().flatMap(phrase -> phrase.in(text).stream()).findFirst();
    }

    /** Whether any phrase of the list stands in the text. */
    boolean speaks(String name, String text) {
        return list(name).stream().anyMatch(phrase -> phrase.in(text).isPresent());
    }
}
