package org.spocgateway.classification;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One rule of classification.yaml: all its conditions must hold; an empty condition asks nothing.
 *
 * @param conditions what must hold
 * @param holds whether police mail of this kind waits for a person even if it says nothing about a gate
 * @param opens whether police mail of this kind may propose an opening, if its words ask for it
 */
record Rule(String id, MessageKind kind, Conditions conditions, boolean opens, boolean holds) {

    /** Whether it speaks for this message. */
    boolean speaks(Facts facts, PhraseBook phrases) {
        return conditions.hold(facts, phrases);
    }

    /** Where it found its words; its structure where it asks for none. */
    List<Evidence> evidence(Facts facts, PhraseBook phrases) {
        var evidence = new ArrayList<Evidence>();
        for (String list : conditions.says()) {
            for (Phrase phrase : phrases.list(list)) {
                phrase.in(facts.words().text())
                        .ifPresent(found -> evidence.add(new Evidence(id, "text", found.from(), found.to())));
                phrase.in(facts.subject())
                        .ifPresent(found -> evidence.add(new Evidence(id, "subject", found.from(), found.to())));
            }
        }
        if (evidence.isEmpty()) {
            evidence.add(new Evidence(id, conditions.headers().isEmpty() ? "structure" : "header", -1, -1));
        }
        return evidence;
    }

    /**
     * Conditions of a rule; within one of them any word is enough.
     *
     * @param original the side of the sender of an attached original
     * @param headers {@code name} (is there), {@code name: word} (begins so)
     * @param says names of phrase lists, of which any must speak in own words or subject
     * @param subject the same, in the subject only
     * @param text the same, in own words only
     * @param refers {@code case}, {@code request}, {@code police}, {@code none}; {@code known} and {@code new} tell
     *     whether a known case has them
     * @param faults codes of what could not be opened
     * @param notSays names of phrase lists, of which none may speak in own words or subject
     * @param grade how safely it arrived
     * @param leastWords fewest words of the writer's own
     * @param mostWords most words of the writer's own; 0 asks nothing
     */
    record Conditions(
            Set<SenderSide> sender,
            Set<SenderSide> original,
            Set<Reach> to,
            List<String> headers,
            Set<Structure> structure,
            Set<Structure> notStructure,
            Set<Intent> intent,
            Set<Intent> notIntent,
            List<String> says,
            List<String> subject,
            List<String> text,
            List<String> refers,
            List<String> faults,
            List<String> notSays,
            Set<ArrivalGrade> grade,
            boolean urgent,
            int mostWords,
            int leastWords) {

        boolean hold(Facts facts, PhraseBook phrases) {
            return people(facts) && form(facts) && words(facts, phrases);
        }

        private boolean people(Facts facts) {
            return any(sender, sender.contains(facts.side()))
                    && any(original, facts.original().filter(original::contains).isPresent())
                    && any(to, facts.reach().stream().anyMatch(to::contains));
        }

        private boolean form(Facts facts) {
            return any(headers, headers.stream().anyMatch(header -> stands(header, facts)))
                    && any(structure, facts.structures().stream().anyMatch(structure::contains))
                    && facts.structures().stream().noneMatch(notStructure::contains)
                    && any(grade, grade.contains(facts.arrival().grade()))
                    && any(faults, facts.faultCode().filter(faults::contains).isPresent());
        }

        private boolean words(Facts facts, PhraseBook phrases) {
            return any(intent, facts.intents().stream().anyMatch(intent::contains))
                    && facts.intents().stream().noneMatch(notIntent::contains)
                    && any(says, says.stream().anyMatch(list -> speaks(list, facts, phrases)))
                    && notSays.stream().noneMatch(list -> speaks(list, facts, phrases))
                    && facts.wordCount() >= leastWords
                    && any(subject, subject.stream().anyMatch(list -> phrases.speaks(list, facts.subject())))
                    && any(
                            text,
                            text.stream()
                                    .anyMatch(list ->
                                            phrases.speaks(list, facts.words().text())))
                    && any(refers, refers.stream().anyMatch(word -> refersTo(word, facts.references())))
                    && (!urgent || facts.urgent())
                    && (mostWords == 0 || facts.wordCount() <= mostWords);
        }

        private static boolean any(java.util.Collection<?> asked, boolean holds) {
            return asked.isEmpty() || holds;
        }

        private static boolean speaks(String list, Facts facts, PhraseBook phrases) {
            return phrases.speaks(list, facts.words().text()) || phrases.speaks(list, facts.subject());
        }

        private static boolean stands(String header, Facts facts) {
            int colon = header.indexOf(':');
            String name = colon < 0 ? header : header.substring(0, colon);
            String begin = colon < 0 ? "" : header.substring(colon + 1).strip();
            return facts.header(name)
                    .filter(value -> value.strip().regionMatches(true, 0, begin, 0, begin.length()))
                    .isPresent();
        }

        private static boolean refersTo(String word, Facts.References references) {
            return switch (word) {
                case "case" -> !references.cases().isEmpty();
                case "request" -> !references.requests().isEmpty();
                case "new" -> references.isNew();
                case "known" -> references.known().orElse(!references.cases().isEmpty());
                case "police" -> !references.police().isEmpty();
                default -> !references.any();
            };
        }
    }
}
