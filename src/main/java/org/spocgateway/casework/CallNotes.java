package org.spocgateway.casework;

import java.util.List;
import org.spocgateway.terms.Actor;
import org.spocgateway.terms.CaseId;

/** Telephone calls with police: urgent referrals are accompanied with one (policy 4.3, R10). */
public class CallNotes {
    /** What came of noting a call. */
    public enum Noted {
        NOTED,
        /** Not the directory's number: ring police on that number. */
        NOT_THE_DIRECTORYS_NUMBER,
        /** In the future, or no caller. */
        INCOMPLETE
    }

    /** One note. */
    public record Note(PhoneCall call, Actor by, java.time.Instant notedAt) {}

    /** Notes a call about an urgent referral; clears the alarm, and the gap between mail and call is logged in seconds. */
    public Noted note(CaseId id, PhoneCall call, Actor officer) {
        throw new IllegalStateException("to be written");
    }

    /** The calls of a case, oldest first. */
    public List<Note> of(CaseId id) {
        throw new IllegalStateException("to be written");
    }

    /** The only number to ring about this case: the force's in the directory. */
    public String numberToRing(CaseId id) {
        throw new IllegalStateException("to be written");
    }
}
