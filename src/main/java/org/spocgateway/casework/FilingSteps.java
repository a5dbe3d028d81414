package org.spocgateway.casework;

import org.spocgateway.terms.Step;
import org.springframework.stereotype.Component;

/** Page 40: files one classified message on a case, or puts it in front of a person. */
@Step
@Component
public class FilingSteps {
    /** Files the message; {@code inboundId} is the row's id. */
    public void file(String inboundId) {
        throw new IllegalStateException("to be written");
    }
}
