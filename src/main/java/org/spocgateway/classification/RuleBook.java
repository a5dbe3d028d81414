package org.spocgateway.classification;

import java.util.List;
import java.util.Map;

/**
 * What classification.yaml says, checked; made by {@link RuleBookPage}.
 */
public final class RuleBook {
    private final List<Rule> rules;
    private final PhraseBook phrases;
    private final List<ReferenceForm> references;
    private final FormShape form;
    private final Border border;
    private final Map<String, Profile> profiles;

    RuleBook(
            List<Rule> rules,
            PhraseBook phrases,
            List<ReferenceForm> references,
            FormShape form,
            Border border,
            Map<String, Profile> profiles) {
        this.rules = List.copyOf(rules);
        this.phrases = phrases;
        this.references = List.copyOf(references);
        this.form = form;
        this.border = border;
        this.profiles = Map.copyOf(profiles);
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

    FormShape form() {
        return form;
    }

    Border border() {
        return border;
    }

    /**
     * The profile of this name.
     *
     * @throws IllegalArgumentException if classification.yaml has none such
     */
    Profile profile(String name) {
        Profile profile = profiles.get(name);
        if (profile == null) {
            throw new IllegalArgumentException("classification.yaml has no profile '" + name + "'");
        }
        return profile;
    }

    /** The worst grade that may still propose an opening under a profile (domain 3.4). */
    public ArrivalGrade threshold(String profile) {
        return profile(profile).threshold();
    }
}
