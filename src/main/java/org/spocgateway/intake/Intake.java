package org.spocgateway.intake;

import java.util.List;
import java.util.Optional;
import org.spocgateway.envelope.ReadMail;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.InboundId;

/** The record of every inbound message, for the packages that file, show and forward it. */
public class Intake {
    /** One message. */
    public Optional<Inbound> find(InboundId id) {
        throw new IllegalStateException("to be written");
    }

    /** Everything in front of a person: waiting, unopened, quarantined; oldest first. */
    public List<Inbound> inFrontOfAPerson() {
        throw new IllegalStateException("to be written");
    }

    /** The message as a person reads it: the opened content, or the raw bytes where it was not opened. */
    public ReadMail mail(InboundId id) {
        throw new IllegalStateException("to be written");
    }

    /** The exact bytes as they arrived. */
    public byte[] raw(InboundId id) {
        throw new IllegalStateException("to be written");
    }

    /**
     * Files the message on a case in the running transaction: state, case, keys re-wrapped for the case.
     *
     * @return false if the row was not in {@code from}: somebody else was here, stop silently
     */
    public boolean file(InboundId id, InboundState from, CaseId onto) {
        throw new IllegalStateException("to be written");
    }

    /** Puts the message in front of a person in the running transaction; {@code why} is one word. */
    public boolean waitForPerson(InboundId id, InboundState from, String why) {
        throw new IllegalStateException("to be written");
    }

    /** Puts noise away in the running transaction; {@code why} is one word. */
    public boolean setAside(InboundId id, InboundState from, String why) {
        throw new IllegalStateException("to be written");
    }
}
