package org.spocgateway.release;

import java.util.Map;
import org.spocgateway.directory.Origin;

/**
 * What release-rules.yaml says of one rule.
 *
 * @param blocks whether an objection refuses; otherwise it waits for a person
 */
record RuleText(String id, String paragraph, boolean blocks, Map<String, String> sentences, Origin origin) {
    Reason reason(Objection objection) {
        return new Reason(id, paragraph, sentence(objection.sentence(), objection.words()));
    }

    String sentence(String key, Map<String, String> words) {
        String sentence = sentences.getOrDefault(key, key);
        for (var word : words.entrySet()) {
            sentence = sentence.replace("{" + word.getKey() + "}", word.getValue());
        }
        return sentence;
    }
}
