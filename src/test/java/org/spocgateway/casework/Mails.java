package org.spocgateway.casework;

import java.util.List;
import org.spocgateway.classification.ArrivalGrade;
import org.spocgateway.classification.Classified;
import org.spocgateway.classification.GateEffect;
import org.spocgateway.classification.MessageKind;
import org.spocgateway.terms.CaseReference;
import org.spocgateway.terms.RequestReference;

/** What messages were taken for, with one thing changed at a time. */
record Mails(Classified classified) {
    static Mails of(MessageKind kind) {
        return new Mails(new Classified(
                kind,
                ArrivalGrade.C,
                GateEffect.NONE,
                false,
                "test-rule",
                List.of(),
                List.of(),
                List.of(),
                false,
                false,
                false,
                false,
                List.of()));
    }

    static Mails referral(String policeReference) {
        return of(MessageKind.POLICE_REFERRAL).effect(GateEffect.OPEN_PROPOSED).police(policeReference);
    }

    Mails grade(ArrivalGrade grade) {
        var c = classified;
        return new Mails(new Classified(
                c.kind(),
                grade,
                c.effect(),
                c.urgent(),
                c.rule(),
                c.cases(),
                c.requests(),
                c.policeReferences(),
                c.sentToPerson(),
                c.policeAmongRecipients(),
                c.recognisedForm(),
                c.knownSender(),
                c.evidence()));
    }

    Mails effect(GateEffect effect) {
        var c = classified;
        return new Mails(new Classified(
                c.kind(),
                c.grade(),
                effect,
                c.urgent(),
                c.rule(),
                c.cases(),
                c.requests(),
                c.policeReferences(),
                c.sentToPerson(),
                c.policeAmongRecipients(),
                c.recognisedForm(),
                c.knownSender(),
                c.evidence()));
    }

    Mails urgent() {
        var c = classified;
        return new Mails(new Classified(
                c.kind(),
                c.grade(),
                c.effect(),
                true,
                c.rule(),
                c.cases(),
                c.requests(),
                c.policeReferences(),
                c.sentToPerson(),
                c.policeAmongRecipients(),
                c.recognisedForm(),
                c.knownSender(),
                c.evidence()));
    }

    Mails rule(String rule) {
        var c = classified;
        return new Mails(new Classified(
                c.kind(),
                c.grade(),
                c.effect(),
                c.urgent(),
                rule,
                c.cases(),
                c.requests(),
                c.policeReferences(),
                c.sentToPerson(),
                c.policeAmongRecipients(),
                c.recognisedForm(),
                c.knownSender(),
                c.evidence()));
    }

    Mails cases(CaseReference... cases) {
        var c = classified;
        return new Mails(new Classified(
                c.kind(),
                c.grade(),
                c.effect(),
                c.urgent(),
                c.rule(),
                List.of(cases),
                c.requests(),
                c.policeReferences(),
                c.sentToPerson(),
                c.policeAmongRecipients(),
                c.recognisedForm(),
                c.knownSender(),
                c.evidence()));
    }

    Mails requests(RequestReference... requests) {
        var c = classified;
        return new Mails(new Classified(
                c.kind(),
                c.grade(),
                c.effect(),
                c.urgent(),
                c.rule(),
                c.cases(),
                List.of(requests),
                c.policeReferences(),
                c.sentToPerson(),
                c.policeAmongRecipients(),
                c.recognisedForm(),
                c.knownSender(),
                c.evidence()));
    }

    Mails police(String... references) {
        var c = classified;
        return new Mails(new Classified(
                c.kind(),
                c.grade(),
                c.effect(),
                c.urgent(),
                c.rule(),
                c.cases(),
                c.requests(),
                List.of(references),
                c.sentToPerson(),
                c.policeAmongRecipients(),
                c.recognisedForm(),
                c.knownSender(),
                c.evidence()));
    }

    Mails toPerson() {
        var c = classified;
        return new Mails(new Classified(
                c.kind(),
                c.grade(),
                c.effect(),
                c.urgent(),
                c.rule(),
                c.cases(),
                c.requests(),
                c.policeReferences(),
                true,
                c.policeAmongRecipients(),
                c.recognisedForm(),
                c.knownSender(),
                c.evidence()));
    }

    Mails form(boolean knownSender, boolean policeAmongRecipients) {
        var c = classified;
        return new Mails(new Classified(
                c.kind(),
                c.grade(),
                c.effect(),
                c.urgent(),
                c.rule(),
                c.cases(),
                c.requests(),
                c.policeReferences(),
                c.sentToPerson(),
                policeAmongRecipients,
                true,
                knownSender,
                c.evidence()));
    }
}
