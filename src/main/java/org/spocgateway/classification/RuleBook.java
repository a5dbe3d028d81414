package org.spocgateway.classification;

import java.util.List;

/**
 * What classification.yaml says, checked; made by {@link RuleBookPage}.
 */
public final class RuleBook {
    private final List<Rule> rules;
    private final PhraseBook phrases;
    private final List<ReferenceForm> references;
    private final List<FormShape> forms;
    private final Border border;
    private final CodePolicy codes;
    private final List<TrustedRelays> relays;

    RuleBook(
            List<Rule> rules,
            PhraseBook phrases,
            List<ReferenceForm> references,
            List<FormShape> forms,
            Border border,
            CodePolicy codes,
            List<TrustedRelays> relays) {
        this.rules = List.copyOf(rules);
        this.phrases = phrases;
        this.references = List.copyOf(references);
        this.forms = List.copyOf(forms);
        this.border = border;
        this.codes = codes;
        this.relays = List.copyOf(relays);
    }

    List<Rule> rules() {
        return rules;
    }

    PhraseBook phrases() {
        return phrases;
    }

    List<ReferenceForm> references() {
        return references;
    }

    List<FormShape> forms() {
        return forms;
    }

    Border border() {
        return border;
    }

    CodePolicy codes() {
        return codes;
    }

    /** The relays that a profile of channels.yaml believes; none if it names none. */
    TrustedRelays relays(String profile) {
        return relays.stream()
                .filter(each -> each.profile().equals(profile))
                .findFirst()
                .orElse(TrustedRelays.NONE);
    }
}
