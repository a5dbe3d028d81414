package org.spocgateway.casework;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.spocgateway.terms.Actor;
import org.spocgateway.terms.CaseId;
import org.spocgateway.transferlog.Direction;
import org.spocgateway.transferlog.Entry;
import org.spocgateway.transferlog.EntryType;
import org.spocgateway.transferlog.Field;
import org.springframework.stereotype.Component;

/** Telephone calls with police: urgent referrals are accompanied with one (policy 4.3, R10). */
@Component
public class CallNotes {
    private final CallRows rows;
    private final CaseRows cases;
    private final GateRows gates;
    private final Timeline timeline;
    private final AlarmRows alarms;
    private final MailAfterCall mailAfterCall;
    private final Police police;
    private final Settlements settlements;
    private final Clock clock;

    CallNotes(
            CallRows rows,
            CaseRows cases,
            GateRows gates,
            Timeline timeline,
            AlarmRows alarms,
            MailAfterCall mailAfterCall,
            Police police,
            Settlements settlements,
            Clock clock) {
        this.rows = rows;
        this.cases = cases;
        this.gates = gates;
        this.timeline = timeline;
        this.alarms = alarms;
        this.mailAfterCall = mailAfterCall;
        this.police = police;
        this.settlements = settlements;
        this.clock = clock;
    }

    /** What came of noting a call. */
    public enum Noted {
        NOTED,
        /** Not the directory's number: ring police on that number. */
        NOT_THE_DIRECTORYS_NUMBER,
        /** In the future, or nobody named as caller. */
        INCOMPLETE
    }

    /** One note. */
    public record Note(PhoneCall call, Actor by, Instant notedAt) {}

    /** Notes a call about an urgent referral; clears the alarm, and the gap between mail and call is logged in seconds. */
    public Noted note(CaseId id, PhoneCall call, Actor officer) {
        if (call.caller().isBlank() || call.at().isAfter(clock.instant())) {
            return Noted.INCOMPLETE;
        }
        if (!police.isTheirNumber(id, call.number())) {
            return Noted.NOT_THE_DIRECTORYS_NUMBER;
        }
        return settlements.settle(settlement -> {
            gates.lock(id);
            rows.insert(id, "urgent", call, officer, mailAfterCall.due(id, call.at()));
            timeline.add(id, "call-noted", officer);
            Entry entry = Entry.of(EntryType.CALL_NOTED, Direction.INTERNAL)
                    .aboutCase(id)
                    .by(officer);
            cases.get(id)
                    .urgentMailAt()
                    .ifPresent(mail -> entry.with(
                            Field.GAP_SECONDS,
                            Duration.between(mail, call.at()).abs().toSeconds()));
            settlement.log(entry);
            cases.callNoted(id);
            alarms.clear(settlement, "call-missing", id, officer);
            return Noted.NOTED;
        });
    }

    /** The calls of a case, oldest first: about urgent referrals, go-aheads and stops. */
    public List<Note> of(CaseId id) {
        return rows.of(id);
    }

    /** The only number to ring about this case: the force's in the directory. */
    public String numberToRing(CaseId id) {
        return police.of(id).telephone();
    }
}
