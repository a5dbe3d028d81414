package org.spocgateway.intake;

import org.spocgateway.envelope.Fault;
import org.spocgateway.envelope.UnreadableMail;

/** The content of a message went when its time was over: nobody can read it any more. */
public class ContentErased extends UnreadableMail {
    private static final long serialVersionUID = 1L;

    ContentErased() {
        super(Fault.UNPARSABLE); // no fault of the mail's; whoever cares tells the two apart by type
    }
}
