package org.spocgateway.demonstration;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.spocgateway.casework.Approved;
import org.spocgateway.casework.CallNotes;
import org.spocgateway.casework.Cases;
import org.spocgateway.casework.Confirmation;
import org.spocgateway.casework.Gates;
import org.spocgateway.casework.Moved;
import org.spocgateway.casework.NotMoved;
import org.spocgateway.casework.PersonReferred;
import org.spocgateway.casework.PhoneCall;
import org.spocgateway.casework.Referrals;
import org.spocgateway.casework.SafeguardingReferral;
import org.spocgateway.dispatch.TransferView;
import org.spocgateway.intake.Inbound;
import org.spocgateway.terms.TransferId;

/** Policy 4.1 to 4.3 and 4.6: what happens before anybody may be asked, and how the gate opens. */
final class BeforeTheGate {
    private final Scene scene;
    private final Narrator tell;
    private final Asking asking;

    BeforeTheGate(Scene scene, Asking asking) {
        this.scene = scene;
        this.tell = scene.narrator;
        this.asking = asking;
    }

    void worry() {
        Story mail = scene.story.part("worry");
        Inbound worry = scene.arrives("worry", "");
        var classified = worry.classified().orElseThrow();
        tell.event(
                "4.1",
                "IN",
                "A social worker writes to " + mail.text("to").replaceAll("@.*", "@") + ": a worry about a resident.");
        tell.more(classified.kind().name() + " (rule " + classified.rule() + ").  Case "
                + scene.theCase().reference().value() + " opened.  Gate "
                + scene.theCase().gate() + ".");
        Story person = scene.story.part("person");
        var facts = new LinkedHashMap<String, String>();
        person.names().forEach(name -> facts.put(name, person.text(name)));
        scene.part(Cases.class).recordPerson(scene.theCase().id(), new PersonReferred(facts), scene.officer);
    }

    void onToPolice() {
        List<TransferId> sent =
                scene.part(Referrals.class).forwardToPolice(scene.theCase().id(), scene.officer);
        tell.event("4.1", "OUT", officer() + " presses \"Send to Prevent police\".");
        sent.forEach(id -> tell.more(Lines.carried(scene.settled(id))));
    }

    void tooEarly() {
        Story early = scene.story.part("too-early");
        Approved approved = asking.ask(List.of(early.text("party")), List.of(), early.list("questions"), List.of(), 7);
        tell.event("4.1", "NO", officer() + " tries to ask " + asking.name(early.text("party")) + ".");
        TransferView view = scene.settled(approved.transfers().get(0));
        tell.more(view.state().name() + ", nothing left:");
        view.reasons().forEach(reason -> tell.more(Lines.reason(reason)));
    }

    void safeguarding() {
        Story story = scene.story.part("safeguarding");
        Map<String, String> fields = asking.facts(story.list("fields"));
        var referral = new SafeguardingReferral(
                scene.theCase().id(), story.list("front-doors"), story.text("text"), fields, false);
        var approval = scene.part(Referrals.class).safeguardingReferral(referral, scene.officer, "story-safeguarding");
        tell.event(
                "2.6",
                "OUT",
                "A safeguarding referral is not a request.  " + officer()
                        + " tells Children's services; police are copied.  Gate "
                        + scene.theCase().gate() + ".");
        ((Approved) approval).transfers().forEach(id -> tell.more(Lines.carried(scene.settled(id))));
    }

    void lookalike() {
        Inbound mail = scene.arrives("lookalike", "");
        String domain =
                scene.story.part("lookalike").text("from").replaceAll(".*@", "").replace(">", "");
        tell.event("4.2", "IN", "\"Police\" write from " + domain + ": start now, please.");
        tell.more("Grade " + mail.classified().orElseThrow().grade() + ": not a force we know.  Waits for a person ("
                + mail.waitingFor().orElse("?") + ").  Gate still "
                + scene.theCase().gate() + ".");
    }

    void referral() {
        Inbound mail = scene.arrives("referral", "");
        var classified = mail.classified().orElseThrow();
        tell.event(
                "4.3",
                "IN",
                "Northmere Police to the SPOC mailbox" + (classified.urgent() ? ", URGENT, " : ", ")
                        + (mail.sizeBytes() / 1000) + " kB, S/MIME.");
        tell.more("Opened with key " + mail.key().orElse("none") + ".  Signature "
                + mail.signature().orElseThrow().word() + ", certificate pinned.  Grade " + classified.grade() + ".");
        tell.more((mail.caseId().equals(java.util.Optional.of(scene.theCase().id()))
                        ? "Joined to " + scene.theCase().reference().value() + " by our reference."
                        : "On a case of its own.")
                + "  Go-ahead " + scene.theCase().gate() + ".");
    }

    void call() {
        Story call = scene.story.part("call");
        CallNotes notes = scene.part(CallNotes.class);
        String number = notes.numberToRing(scene.theCase().id());
        tell.event(
                "4.3",
                "CALL",
                scene.theCase().callMissing()
                        ? "No phone call noted yet: ring " + number + " (from the directory)."
                        : "The phone call is noted already.");
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var noted = notes.note(
                scene.theCase().id(),
                new PhoneCall(call.text("caller"), call.text("collar"), now, number),
                scene.officer);
        tell.more(officer() + " rings and notes the call: " + noted.name() + ".");
    }

    void confirm() {
        Gates gates = scene.part(Gates.class);
        var proposal = gates.proposal(scene.theCase().id()).orElseThrow();
        var message = proposal.message().orElseThrow();
        var without = gates.confirm(scene.theCase().id(), new Confirmation(message, false), scene.officer);
        if (without instanceof NotMoved notMoved) {
            tell.event("4.6", "CHECK", "Without the tick \"received securely\" nothing opens: " + notMoved.sentence());
        }
        var moved = gates.confirm(scene.theCase().id(), new Confirmation(message, true), scene.officer);
        tell.more(officer() + " ticks \"received securely\" (grade "
                + proposal.grade().map(Enum::name).orElse("?") + ") and confirms.  Gate "
                + (moved instanceof Moved done ? done.to() : scene.theCase().gate()) + ".");
    }

    private String officer() {
        return scene.story.part("officers").part("jo").text("name").replaceAll(" .*", "");
    }
}
