package org.spocgateway.dispatch;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.spocgateway.casework.GateStopped;
import org.spocgateway.casework.Outgoing;
import org.spocgateway.casework.ReferralToForward;
import org.spocgateway.casework.RequestApproved;
import org.spocgateway.casework.RequestUndone;
import org.spocgateway.casework.Requests;
import org.spocgateway.casework.SafeguardingReferralApproved;
import org.spocgateway.directory.Directory;
import org.spocgateway.directory.Force;
import org.spocgateway.portal.Packages;
import org.spocgateway.terms.Actor;
import org.spocgateway.terms.TransferId;
import org.spocgateway.terms.TransferKind;
import org.spocgateway.transferlog.EntryType;
import org.spocgateway.transferlog.Field;
import org.spocgateway.transferlog.TransferLog;
import org.spocgateway.work.Work;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hears what was approved, taken back and stopped, and writes it into the outbox in the same transaction. */
@Component
class FromCasework {
    private static final Set<TransferState> NOT_OUT =
            EnumSet.of(TransferState.APPROVED, TransferState.PERMITTED, TransferState.HELD, TransferState.ATTEMPTING);

    private final TransferRows rows;
    private final Requests requests;
    private final SealedWords sealed;
    private final Packages packages;
    private final Directory directory;
    private final TransferEntries entries;
    private final TransferLog log;
    private final Work work;
    private final Clock clock;

    FromCasework(
            TransferRows rows,
            Requests requests,
            SealedWords sealed,
            Packages packages,
            Directory directory,
            TransferEntries entries,
            TransferLog log,
            Work work,
            Clock clock) {
        this.rows = rows;
        this.requests = requests;
        this.sealed = sealed;
        this.packages = packages;
        this.directory = directory;
        this.entries = entries;
        this.log = log;
        this.work = work;
        this.clock = clock;
    }

    @EventListener
    void approved(RequestApproved event) {
        event.transfers().forEach(this::enter);
    }

    @EventListener
    void toForward(ReferralToForward event) {
        enter(event.transfer());
    }

    @EventListener
    void safeguarding(SafeguardingReferralApproved event) {
        event.transfers().forEach(this::enter);
    }

    /** What has not left does not leave; what did stays on the list. */
    @EventListener
    void undone(RequestUndone event) {
        event.transfers().forEach(id -> rows.move(id, NOT_OUT, TransferState.UNDONE, clock.instant()));
    }

    /**
     * Police said stop: the publisher holds the gate's lock, which every crossing takes too.
     *
     * <p>On to police and the safeguarding referral are not questions; they go on (R5, R29).
     */
    @EventListener
    void stopped(GateStopped event) {
        List<TransferRow> asked = rows.ofCase(event.caseId()).stream()
                .filter(row -> row.kind().waitsForGate() || row.kind() == TransferKind.NOTICE)
                .toList();
        asked.stream().filter(row -> row.byPortal() && row.state().isOut()).forEach(this::revoke);
        asked.stream().filter(row -> NOT_OUT.contains(row.state())).forEach(this::freeze);
    }

    private void revoke(TransferRow row) {
        packages.revoke(row.id(), Actor.system());
    }

    private void freeze(TransferRow row) {
        if (rows.move(row.id(), NOT_OUT, TransferState.FROZEN, clock.instant())) {
            requests.notSent(row.id());
            log.append(entries.about(row, EntryType.OUT_FROZEN)
                    .with(Field.TO_STATE, TransferState.FROZEN.word())
                    .with(Field.REASON, "gate-stopped"));
        }
    }

    /** Prevent police, told of a safeguarding referral in the same step, are told as police always are (R29, R5). */
    private TransferKind kind(Outgoing outgoing) {
        boolean police = outgoing.party()
                .flatMap(directory::byId)
                .filter(Force.class::isInstance)
                .isPresent();
        return police && outgoing.kind() == TransferKind.SAFEGUARDING_REFERRAL
                ? TransferKind.FORWARD_TO_POLICE
                : outgoing.kind();
    }

    private void enter(TransferId id) {
        Outgoing outgoing = requests.outgoing(id).orElseThrow();
        Instant now = clock.instant();
        rows.insert(
                id,
                outgoing.caseId(),
                kind(outgoing),
                now,
                outgoing.notBefore(),
                outgoing.party(),
                sealed.recipient(outgoing.caseId(), id, outgoing.recipient()),
                null,
                null);
        if (outgoing.notBefore().isAfter(now)) {
            work.wakeAt(Outcomes.TASK, id.value(), outgoing.notBefore());
        } else {
            work.wake(Outcomes.TASK, id.value());
        }
    }
}
