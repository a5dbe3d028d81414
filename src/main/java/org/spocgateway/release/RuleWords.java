package org.spocgateway.release;

import java.util.Map;

/**
 * What release-rules.yaml says, or said, of one rule.
 *
 * @param paragraph the policy paragraph, such as {@code 4.1}
 * @param effect {@code block} or {@code hold}
 * @param sentences its sentences by their keys, places unfilled
 */
public record RuleWords(String rule, String paragraph, String effect, Map<String, String> sentences) {
    public RuleWords {
        sentences = Map.copyOf(sentences);
    }
}
