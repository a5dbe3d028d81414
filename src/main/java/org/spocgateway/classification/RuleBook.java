package org.spocgateway.classification;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * What classification.yaml says, checked; made by {@link RuleBookPage}.
 */
public final class RuleBook {
    private final List<Rule> rules;
    private final PhraseBook phrases;
    private final List<ReferenceForm> references;
    private final List<FormShape> forms;
    private final FileSigns files;
    private final Border border;
    private final CodePolicy codes;
    private final List<TrustedRelays> relays;

    RuleBook(
            List<Rule> rules,
            PhraseBook phrases,
            List<ReferenceForm> references,
            List<FormShape> forms,
            FileSigns files,
            Border border,
            CodePolicy codes,
            List<TrustedRelays> relays) {
        this.rules = List.copyOf(rules);
        this.phrases = phrases;
        this.references = List.copyOf(references);
        this.forms = List.copyOf(forms);
        this.files = files;
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

    /** The same, with the shapes of these references beside its own; those that are no references are left out. */
    RuleBook knowing(Collection<String> written) {
        var all = new LinkedHashMap<String, ReferenceForm>();
        references.forEach(form -> all.put(form.example(), form));
        for (String each : written) {
            ReferenceForm.like(each).ifPresent(form -> all.putIfAbsent(form.example(), form));
        }
        return new RuleBook(rules, phrases, List.copyOf(all.values()), forms, files, border, codes, relays);
    }

    List<FormShape> forms() {
        return forms;
    }

    FileSigns files() {
        return files;
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
