package org.spocgateway.classification;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.spocgateway.envelope.Opening;
import org.spocgateway.envelope.ReadMail;
import org.spocgateway.envelope.Unopened;
import org.spocgateway.terms.CaseReference;
import org.spocgateway.terms.RequestReference;

/**
 * Everything about one message that a rule may ask for.
 *
 * @param outer the message as it arrived
 * @param mail the message after opening
 * @param subject the subject line without reply and forward marks, tidied
 * @param form the edition of a referral form in it
 * @param original the side of the sender of a message attached as {@code message/rfc822}, if there is one
 * @param arrival how safely it arrived
 * @param urgent whether its sender, being police, calls it urgent
 */
record Facts(
        Opening opening,
        ReadMail outer,
        ReadMail mail,
        SenderSide side,
        Set<Reach> reach,
        String subject,
        OwnWords words,
        Reading reading,
        Set<Structure> structures,
        Optional<String> form,
        References references,
        Optional<SenderSide> original,
        Arrival arrival,
        boolean urgent) {

    Set<Intent> intents() {
        return reading.intents();
    }

    /** A header by lower-case name, as it arrived or after opening; empty if the message has none such. */
    Optional<String> header(String name) {
        return Optional.ofNullable(outer.extra().get(name))
                .or(() -> Optional.ofNullable(mail.extra().get(name)));
    }

    Optional<String> faultCode() {
        return opening instanceof Unopened unopened
                ? Optional.of(unopened.fault().code())
                : Optional.empty();
    }

    int wordCount() {
        return words.text().isBlank() ? 0 : words.text().strip().split("\\s+").length;
    }

    @Override
    public String toString() {
        return "Facts[redacted]";
    }

    /**
     * What a message refers to outside quoted text.
     *
     * @param police references of police or case-register shape, tidied
     * @param known whether any of them names a case that is known; empty where nobody says which are
     * @param onlyQuoted whether quoted text names a reference that the writer's own words do not
     */
    record References(
            List<CaseReference> cases,
            List<RequestReference> requests,
            List<String> police,
            Optional<Boolean> known,
            boolean onlyQuoted) {
        static References in(String subject, OwnWords words, List<ReferenceForm> forms, Set<String> knownCases) {
            String own = subject + "\n\n" + words.text();
            List<CaseReference> cases = CaseReference.in(own);
            List<RequestReference> requests = RequestReference.in(own);
            List<String> police = police(own, forms);
            boolean more = !cases.containsAll(CaseReference.in(words.quoted()))
                    || !requests.containsAll(RequestReference.in(words.quoted()))
                    || !police.containsAll(police(words.quoted(), forms));
            boolean isKnown = knownCases.stream().anyMatch(police::contains)
                    || cases.stream().map(CaseReference::value).anyMatch(knownCases::contains);
            Optional<Boolean> known = knownCases.isEmpty() ? Optional.empty() : Optional.of(isKnown);
            return new References(cases, requests, police, known, more);
        }

        private static List<String> police(String text, List<ReferenceForm> forms) {
            return forms.stream()
                    .flatMap(form -> form.in(text).stream())
                    .distinct()
                    .toList();
        }

        /** Whether it names two of the same register: nobody can tell which is meant. */
        boolean severalAlike() {
            long registers = police.stream()
                    .map(each -> each.replaceAll("[^A-Z]", ""))
                    .distinct()
                    .count();
            return cases.size() > 1 || police.size() > registers;
        }

        /** Whether police name a matter that no known case has. */
        boolean isNew() {
            return known.filter(each -> !each).isPresent()
                    && !police.isEmpty()
                    && cases.isEmpty()
                    && !namesCouncilCase();
        }

        private boolean namesCouncilCase() {
            return police.stream().anyMatch(each -> each.startsWith("CHN"));
        }

        boolean any() {
            return !cases.isEmpty() || !requests.isEmpty() || !police.isEmpty();
        }

        @Override
        public String toString() {
            return "References[redacted]";
        }
    }
}
