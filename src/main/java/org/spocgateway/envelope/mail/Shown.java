package org.spocgateway.envelope.mail;

import java.util.List;

/**
 * What a person would see of a message.
 *
 * @param text readable, HTML turned into text, cut at a bound
 * @param files every part that is not the readable text, and every part that could not be read as what it says it is
 * @param isCut whether the text is longer than what is shown
 */
public record Shown(Fields fields, String text, List<Attached> files, boolean isCut) {
    /**
     * A part beside the text.
     *
     * @param name as the sender wrote it: data, never a path; empty when there is none
     * @param type lower-case media type without parameters
     */
    public record Attached(String name, String type, Encoded content) {
        @Override
        public String toString() {
            return "Attached[" + type + "]";
        }
    }

    @Override
    public String toString() {
        return "Shown[redacted]";
    }
}
