package org.spocgateway.release;

import java.util.List;
import java.util.Map;

/**
 * What a rule has against a transfer.
 *
 * @param sentence key of the sentence in release-rules.yaml
 * @param words fill the {@code {places}} of the sentence; nothing about a person
 */
record Objection(String sentence, Map<String, String> words) {
    static final List<Objection> NONE = List.of();

    /** An objection, if it is one. */
    static List<Objection> when(boolean objects, String sentence) {
        return objects ? List.of(new Objection(sentence, Map.of())) : NONE;
    }

    /** An objection with one word to fill in, if it is one. */
    static List<Objection> when(boolean objects, String sentence, String place, String word) {
        return objects ? List.of(new Objection(sentence, Map.of(place, word))) : NONE;
    }
}
