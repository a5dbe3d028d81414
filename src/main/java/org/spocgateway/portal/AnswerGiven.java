package org.spocgateway.portal;

import org.spocgateway.terms.TransferId;

/**
 * A partner answered in the portal; published in the transaction that stores the answer.
 *
 * @param planExists whether the partner says that a multi-agency plan exists (policy 4.5)
 * @param text free words; may be empty
 * @param givenBy name and role as the answering person stated them
 * @param receipt the receipt number shown to the partner
 */
public record AnswerGiven(
        TransferId id, Answer answer, boolean planExists, String text, String givenBy, String receipt) {
    /** The complete answers (policy 4.4). */
    public enum Answer {
        NOT_KNOWN,
        KNOWN,
        NOT_SURE,
        IN_PERSON,
        /** Something is held that may not be shared this way; the panel hears why. */
        CANNOT_SHARE
    }

    @Override
    public String toString() {
        return "AnswerGiven[" + id + ", " + answer + "]";
    }
}
