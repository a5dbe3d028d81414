package org.spocgateway.classification;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.spocgateway.terms.CaseReference;

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
    private final Set<String> known;

    RuleBook(
            List<Rule> rules,
            PhraseBook phrases,
            List<ReferenceForm> references,
            List<FormShape> forms,
            FileSigns files,
            Border border,
            CodePolicy codes,
            List<TrustedRelays> relays) {
        this(rules, phrases, references, forms, files, border, codes, relays, Set.of());
    }

    private RuleBook(
            List<Rule> rules,
            PhraseBook phrases,
            List<ReferenceForm> references,
            List<FormShape> forms,
            FileSigns files,
            Border border,
            CodePolicy codes,
            List<TrustedRelays> relays,
            Set<String> known) {
        this.rules = List.copyOf(rules);
        this.phrases = phrases;
        this.references = List.copyOf(references);
        this.forms = List.copyOf(forms);
        this.files = files;
        this.border = border;
        this.codes = codes;
        this.relays = List.copyOf(relays);
        this.known = Set.copyOf(known);
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
        var tidied = new LinkedHashSet<String>();
        for (String each : written) {
            CaseReference.in(each).forEach(reference -> tidied.add(reference.value()));
            all.values().forEach(form -> tidied.addAll(form.in(each)));
        }
        return new RuleBook(rules, phrases, List.copyOf(all.values()), forms, files, border, codes, relays, tidied);
    }

    /** References of known cases; empty where nobody says which are known. */
    Set<String> known() {
        return known;
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
