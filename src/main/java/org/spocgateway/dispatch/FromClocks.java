package org.spocgateway.dispatch;

import java.time.Clock;
import java.util.Optional;
import org.spocgateway.casework.ReminderDue;
import org.spocgateway.casework.Reminders;
import org.spocgateway.casework.RequestExtended;
import org.spocgateway.portal.PackageStatus;
import org.spocgateway.portal.PackageStatus.State;
import org.spocgateway.portal.Packages;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hears that a partner is to be reminded or has more time, in the same transaction. */
@Component
class FromClocks {
    private final TransferRows rows;
    private final Notices notices;
    private final Reminders reminders;
    private final Packages packages;
    private final Clock clock;

    FromClocks(TransferRows rows, Notices notices, Reminders reminders, Packages packages, Clock clock) {
        this.rows = rows;
        this.notices = notices;
        this.reminders = reminders;
        this.packages = packages;
        this.clock = clock;
    }

    /** Only who has got the question is reminded of it. */
    @EventListener
    void due(ReminderDue event) {
        rows.find(event.transfer())
                .filter(row -> row.state() == TransferState.SENT && hasIt(row))
                .ifPresent(row -> {
                    notices.about(row, "reminder", clock.instant());
                    reminders.reminded(row.id());
                });
    }

    private boolean hasIt(TransferRow row) {
        Optional<State> parcel =
                row.byPortal() ? packages.status(row.id()).map(PackageStatus::state) : Optional.empty();
        return parcel.map(state -> state == State.LIVE || state == State.READ).orElse(!row.byPortal())
                && !row.receipt().equals("bounced");
    }

    @EventListener
    void extended(RequestExtended event) {
        event.transfers().forEach(id -> packages.extend(id, event.replyBy()));
    }
}
