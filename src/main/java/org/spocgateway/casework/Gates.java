package org.spocgateway.casework;

import java.util.Optional;
import org.spocgateway.terms.Actor;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.Gate;
import org.spocgateway.terms.InboundId;

/** The gate of each case (policy 4.1 to 4.3): a row with a lock. */
public class Gates {
    /** The gate as it is now. */
    public Gate gate(CaseId id) {
        throw new IllegalStateException("to be written");
    }

    /** The gate under its row lock until the running transaction ends; STOP takes the same lock. */
    public Gate lock(CaseId id) {
        throw new IllegalStateException("to be written");
    }

    /** What asks for the gate to be opened, if anything does. */
    public Optional<Proposal> proposal(CaseId id) {
        throw new IllegalStateException("to be written");
    }

    /** An officer points at a police message on the case that is the go-ahead; it must be good enough to propose (R2). */
    public GateMove propose(CaseId id, InboundId message, Actor officer) {
        throw new IllegalStateException("to be written");
    }

    /** An officer confirms the proposal by a message, and that it was received securely (R2, R23). */
    public GateMove confirm(CaseId id, Confirmation confirmation, Actor officer) {
        throw new IllegalStateException("to be written");
    }

    /** A second officer confirms a spoken go-ahead; the officer who noted it cannot (R2c). */
    public GateMove confirmSpoken(CaseId id, Actor second) {
        throw new IllegalStateException("to be written");
    }

    /** An officer says that the proposal is no go-ahead. */
    public GateMove decline(CaseId id, Actor officer) {
        throw new IllegalStateException("to be written");
    }

    /** An officer notes a spoken go-ahead, called back on the directory's number (R2c). */
    public GateMove spoken(CaseId id, SpokenGoAhead goAhead, Actor officer) {
        throw new IllegalStateException("to be written");
    }

    /** Police said on the telephone: not yet. */
    public GateMove notYet(CaseId id, PhoneCall call, Actor officer) {
        throw new IllegalStateException("to be written");
    }

    /** Police said stop on the telephone; no check of the number stands in its way (R4). */
    public GateMove stop(CaseId id, PhoneCall call, Actor officer) {
        throw new IllegalStateException("to be written");
    }

    /** An officer says that a waiting or doubtful message is a stop (R4). */
    public GateMove stop(CaseId id, InboundId message, Actor officer) {
        throw new IllegalStateException("to be written");
    }

    /** Closes every gate that a spoken go-ahead opened and that no police mail followed within one working day; returns how many. */
    public int lapse() {
        throw new IllegalStateException("to be written");
    }
}
