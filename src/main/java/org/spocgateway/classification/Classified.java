package org.spocgateway.classification;

import java.util.ArrayList;
import java.util.List;
import org.spocgateway.envelope.Fault;
import org.spocgateway.terms.CaseReference;
import org.spocgateway.terms.RequestReference;

/**
 * What the message is, as a proposal with its evidence.
 *
 * @param rule the id of the rule that decided the kind
 * @param cases our case references outside quoted text, in order
 * @param requests our request references, in order
 * @param policeReferences references of police shape, tidied, such as {@code PCM/2017/004213}
 * @param sentToPerson whether it went to a person instead of the mailbox (R8)
 * @param policeAmongRecipients whether a police address of a known force was in To or Cc (R5)
 * @param recognisedForm whether a referral form was recognised (R5)
 * @param knownSender whether the From is somebody in the directory
 */
public record Classified(
        MessageKind kind,
        ArrivalGrade grade,
        GateEffect effect,
        boolean urgent,
        String rule,
        List<CaseReference> cases,
        List<RequestReference> requests,
        List<String> policeReferences,
        boolean sentToPerson,
        boolean policeAmongRecipients,
        boolean recognisedForm,
        boolean knownSender,
        List<Evidence> evidence) {

    /** The place of evidence that is a code against the sender. */
    static final String CODE = "code";

    /** Every code that speaks against the sender, gravest first; what each means is in docs/codes.md. */
    public List<Fault> codes() {
        List<String> codes = evidence.stream()
                .filter(each -> each.place().equals(CODE))
                .map(Evidence::rule)
                .toList();
        return Fault.ofCodes(codes);
    }

    /** The same, proposing no go-ahead: it waits for a person, who reads it to its end. */
    Classified inDoubt() {
        var more = new ArrayList<>(evidence);
        more.add(new Evidence(Fault.READ_IN_PART.code(), CODE, -1, -1));
        return new Classified(
                kind,
                grade,
                effect == GateEffect.OPEN_PROPOSED ? GateEffect.HOLD : effect,
                urgent,
                rule,
                cases,
                requests,
                policeReferences,
                sentToPerson,
                policeAmongRecipients,
                recognisedForm,
                knownSender,
                List.copyOf(more));
    }

    @Override
    public String toString() {
        return "Classified[" + kind.id() + ", grade " + grade + ", " + effect + "]";
    }
}
