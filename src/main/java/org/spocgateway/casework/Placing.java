package org.spocgateway.casework;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.spocgateway.classification.Classified;
import org.spocgateway.envelope.Fault;
import org.spocgateway.intake.Inbound;
import org.spocgateway.intake.InboundState;
import org.spocgateway.intake.Intake;
import org.spocgateway.intake.Passwords;
import org.spocgateway.terms.Actor;
import org.spocgateway.terms.CaseId;
import org.spocgateway.transferlog.Direction;
import org.spocgateway.transferlog.Entry;
import org.spocgateway.transferlog.EntryType;
import org.spocgateway.transferlog.Field;
import org.springframework.stereotype.Component;

/** Where a message comes to rest: on a case, in front of a person, or aside; always in the running transaction. */
@Component
class Placing {
    private final Intake intake;
    private final Passwords passwords;
    private final CaseRows cases;
    private final StandingRows standings;
    private final CaseMoves caseMoves;
    private final GateRows gates;
    private final MessageRows messages;
    private final PoliceReferenceRows references;
    private final FactRows facts;
    private final Timeline timeline;
    private final UrgentMail urgent;
    private final SafeguardingLeads leads;
    private final AlarmRows alarms;
    private final Police police;

    Placing(
            Intake intake,
            Passwords passwords,
            CaseRows cases,
            StandingRows standings,
            CaseMoves caseMoves,
            GateRows gates,
            MessageRows messages,
            PoliceReferenceRows references,
            FactRows facts,
            Timeline timeline,
            UrgentMail urgent,
            SafeguardingLeads leads,
            AlarmRows alarms,
            Police police) {
        this.intake = intake;
        this.passwords = passwords;
        this.cases = cases;
        this.standings = standings;
        this.caseMoves = caseMoves;
        this.gates = gates;
        this.messages = messages;
        this.references = references;
        this.facts = facts;
        this.timeline = timeline;
        this.urgent = urgent;
        this.leads = leads;
        this.alarms = alarms;
        this.police = police;
    }

    /** A new case, gate CLOSED, with a reference that says nothing (policy 4.1). */
    CaseId newCase(Settlement settlement, Actor by) {
        CaseId id = cases.insert(police.own().id());
        gates.insert(id);
        standings.insert(id);
        timeline.add(id, "case-opened", by);
        settlement.log(Entry.of(EntryType.CASE_OPENED, Direction.INTERNAL)
                .aboutCase(id)
                .by(by)
                .with(Field.GATE, "closed"));
        return id;
    }

    /**
     * Puts the message on the case; {@code what} is the word for the timeline.
     *
     * @return false if somebody else was here: the transaction is abandoned
     */
    boolean onto(Settlement settlement, Reading reading, CaseId id, String what, Actor by) {
        return onto(settlement, reading, id, new Manner(what, Optional.empty()), by);
    }

    /** The same for a referral that must have gone on to police by then. */
    boolean onto(Settlement settlement, Reading reading, CaseId id, Manner manner, Actor by) {
        Inbound mail = reading.mail();
        if (!intake.file(mail.id(), mail.state(), id)) {
            settlement.abandon();
            return false;
        }
        messages.insert(mail, id, manner.forwardDue());
        timeline.add(id, manner.what(), by, mail);
        passwords.files(mail.id()).stream()
                .findFirst()
                .ifPresent(file -> timeline.add(id, "password-opened", Actor.officer(file.openedBy()), file.id()));
        if (!mail.suppressed()) {
            learn(settlement, reading, id, by);
        }
        alarms.clear(settlement, mail.id(), by);
        settlement.log(entry(EntryType.INTAKE_FILED, reading, by).aboutCase(id));
        return true;
    }

    /**
     * Writes down anew what a message on the case says, now that its locked files are open.
     *
     * @return false if somebody else was here: the transaction is abandoned
     */
    boolean again(Settlement settlement, Reading reading, CaseId id, Optional<Instant> forwardDue) {
        Inbound mail = reading.mail();
        if (!intake.file(mail.id(), mail.state(), id)) {
            settlement.abandon();
            return false;
        }
        messages.again(mail, forwardDue);
        timeline.add(id, word(reading), Actor.system(), mail);
        learn(settlement, reading, id, Actor.system());
        alarms.clear(settlement, mail.id(), Actor.system());
        settlement.log(entry(EntryType.INTAKE_FILED, reading, Actor.system()).aboutCase(id));
        return true;
    }

    /** How a message is put on a case. */
    record Manner(String what, Optional<Instant> forwardDue) {}

    private void learn(Settlement settlement, Reading reading, CaseId id, Actor by) {
        Classified classified = reading.classified();
        if (classified.sentToPerson()) {
            timeline.add(id, "sent-to-person", by, reading.mail());
        }
        if (reading.isConcern() && !leads.hadPart(reading)) {
            timeline.add(id, "no-safeguarding-lead", by, reading.mail());
        }
        if (reading.mail().linkedTo().isPresent()) {
            timeline.add(id, "probable-repeat", by, reading.mail());
        }
        if (reading.kind().fromPolice() && police.isSafe(reading.mail())) {
            references.add(id, classified.policeReferences());
            caseMoves.follows(id, CaseEvent.WITH_POLICE);
        }
        if (reading.kind().fromPolice() || reading.isConcern()) {
            facts.addMissing(id, ReferralForm.facts(reading.text()));
        }
        if (reading.kind().fromPolice() && classified.urgent() && !reading.isStop()) {
            urgent.arrived(settlement, id, reading.mail());
        }
    }

    /** Puts the message in front of a person; {@code why} is one word. Urgent police mail also raises an alarm. */
    void waits(Settlement settlement, Reading reading, String why) {
        if (!intake.waitForPerson(reading.id(), reading.mail().state(), why)) {
            settlement.abandon();
            return;
        }
        settlement.log(entry(EntryType.INTAKE_WAITING, reading, Actor.system()).with(Field.REASON, why));
        if (reading.kind().fromPolice() && reading.classified().urgent()) {
            alarm(settlement, reading, "urgent-waits");
        }
    }

    /** The same, with an alarm: nobody may find this by chance. */
    void waits(Settlement settlement, Reading reading, String why, String alarm) {
        waits(settlement, reading, why);
        alarm(settlement, reading, alarm);
    }

    /** Into quarantine with an alarm: the scanner stopped it. */
    void sealedOff(Settlement settlement, Reading reading) {
        if (!intake.sealOff(reading.id(), reading.mail().state())) {
            settlement.abandon();
            return;
        }
        Fault fault = reading.mail().fault().orElseThrow();
        settlement.log(entry(EntryType.INTAKE_QUARANTINED, reading, Actor.system())
                .with(Field.CODE, fault.code())
                .with(Field.TO_STATE, InboundState.QUARANTINED.word()));
        alarm(settlement, reading, fault == Fault.INFECTED ? "mail-infected" : "mail-not-scanned");
    }

    void aside(Settlement settlement, Reading reading, String why, Actor by) {
        if (!intake.setAside(reading.id(), reading.mail().state(), why)) {
            settlement.abandon();
            return;
        }
        alarms.clear(settlement, reading.id(), by);
        settlement.log(entry(EntryType.INTAKE_SET_ASIDE, reading, by).with(Field.REASON, why));
    }

    /** A word for the kind, such as {@code partner-query}. */
    static String word(Reading reading) {
        return reading.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    void alarm(Settlement settlement, Reading reading, String word) {
        alarms.raise(
                settlement,
                word,
                Optional.empty(),
                Optional.of(reading.id()),
                police.own().telephone());
    }

    private static Entry entry(EntryType type, Reading reading, Actor by) {
        return Entry.of(type, Direction.IN)
                .inbound(reading.id())
                .by(by)
                .with(Field.KIND, reading.kind().id())
                .with(Field.GRADE, reading.classified().grade().name());
    }
}
