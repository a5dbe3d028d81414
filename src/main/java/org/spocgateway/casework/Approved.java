package org.spocgateway.casework;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.spocgateway.terms.MailAddress;
import org.spocgateway.terms.RequestId;
import org.spocgateway.terms.RequestReference;
import org.spocgateway.terms.TransferId;

/**
 * Stored, one transfer for each recipient; whether each may leave is decided later.
 *
 * @param repeated whether the same idempotency key had approved it before: nothing was stored now
 * @param undoUntil end of the time for undoing
 */
public record Approved(RequestId request, List<Line> lines, Instant undoUntil, boolean repeated) implements Approval {
    /** One recipient. */
    public record Line(
            TransferId transfer, RequestReference reference, Optional<String> party, MailAddress recipient) {}

    /** The transfers, in order. */
    public List<TransferId> transfers() {
        return lines.stream().map(Line::transfer).toList();
    }
}
