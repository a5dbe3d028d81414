package org.spocgateway.transferlog;

import java.util.Collection;
import org.spocgateway.terms.Actor;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.InboundId;
import org.spocgateway.terms.MailAddress;
import org.spocgateway.terms.TransferId;

/** One entry before it is appended: a type, a direction and only such fields as {@link Field} allows. */
public final class Entry {
    private Entry() {}

    /** An entry of this type. */
    public static Entry of(EntryType type, Direction direction) {
        throw new IllegalStateException("to be written");
    }

    /** Names the outgoing transfer it belongs to. */
    public Entry transfer(TransferId id) {
        return this;
    }

    /** Names the inbound message it belongs to. */
    public Entry inbound(InboundId id) {
        return this;
    }

    /** Adds {@code case_tag}: an HMAC that links entries of one case and goes when the case is erased. */
    public Entry aboutCase(CaseId id) {
        return this;
    }

    /** Adds {@code recipient_ref} (an HMAC) and {@code to_domain}; the local part never enters. */
    public Entry to(MailAddress recipient) {
        return this;
    }

    /** Adds {@code from_domain} only. */
    public Entry from(MailAddress sender) {
        return this;
    }

    /** Adds {@code partner_ref}, and the organisation's directory id to the reviewers' table. */
    public Entry organisation(String directoryId) {
        return this;
    }

    /** Who did it; the gateway itself when not said. */
    public Entry by(Actor actor) {
        return this;
    }

    /** A second person, where one was needed. */
    public Entry approvedBy(Actor actor) {
        return this;
    }

    /**
     * A word.
     *
     * @throws IllegalArgumentException if the value has not the field's shape; the message names the field, never the value
     */
    public Entry with(Field field, String value) {
        return this;
    }

    /** Several words. */
    public Entry with(Field field, Collection<String> values) {
        return this;
    }

    /** A number within ±(2^53−1). */
    public Entry with(Field field, long value) {
        return this;
    }

    /** Yes or no. */
    public Entry with(Field field, boolean value) {
        return this;
    }

    /** A commitment to a value that must not be readable: HMAC under a fresh salt kept apart, so that it can be revealed or erased. */
    public Entry committed(String field, String value) {
        return this;
    }
}
