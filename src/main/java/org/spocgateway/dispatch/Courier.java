package org.spocgateway.dispatch;

import org.spocgateway.release.Permitted;
import org.spocgateway.terms.TransferChannel;

/** Carries what was permitted, over one transfer channel. */
public interface Courier {
    TransferChannel transferChannel();

    /** Carries it: everything but the step that cannot be taken back, then {@code cross()}, then that step. */
    Carriage carry(Permitted permitted, Content content, PointOfNoReturn pointOfNoReturn);
}
