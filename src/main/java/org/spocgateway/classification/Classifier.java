package org.spocgateway.classification;

import org.spocgateway.directory.Directory;
import org.spocgateway.envelope.Opening;
import org.spocgateway.envelope.ReadMail;

/** Ordered rules over a message that was read; pure. */
public final class Classifier {
    /**
     * Classifies.
     *
     * @param outer the message as it arrived: its headers tell how
     * @param inner the message after opening; the same as {@code outer} for plain and unopened mail
     */
    public Classified classify(Opening opening, ReadMail outer, ReadMail inner, Directory directory) {
        throw new IllegalStateException("to be written");
    }
}
