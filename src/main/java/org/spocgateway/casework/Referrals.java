package org.spocgateway.casework;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.spocgateway.directory.Directory;
import org.spocgateway.directory.Party;
import org.spocgateway.terms.Actor;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.Gate;
import org.spocgateway.terms.Marking;
import org.spocgateway.terms.TransferId;
import org.spocgateway.terms.TransferKind;
import org.springframework.stereotype.Component;

/** What the gate never holds back: on to Prevent police (R5), and to Children's or Adults' services (R29). */
@Component
public class Referrals {
    private final GateRows gates;
    private final MessageRows messages;
    private final Onward onward;
    private final Approving approving;
    private final AlarmRows alarms;
    private final Directory directory;
    private final Police police;
    private final DraftCheck check;
    private final Settlements settlements;
    private final Clock clock;

    Referrals(
            GateRows gates,
            MessageRows messages,
            Onward onward,
            Approving approving,
            AlarmRows alarms,
            Directory directory,
            Police police,
            DraftCheck check,
            Settlements settlements,
            Clock clock) {
        this.gates = gates;
        this.messages = messages;
        this.onward = onward;
        this.approving = approving;
        this.alarms = alarms;
        this.directory = directory;
        this.police = police;
        this.check = check;
        this.settlements = settlements;
        this.clock = clock;
    }

    /** Sends every referral of the case that has not gone on yet to Prevent police, whole; empty when all have. */
    public List<TransferId> forwardToPolice(CaseId id, Actor officer) {
        return settlements.settle(settlement -> {
            gates.lock(id);
            List<TransferId> transfers = new ArrayList<>();
            for (MessageRow message : messages.toForward(id)) {
                if (message.forwardedAt().isEmpty()) {
                    transfers.add(onward.forward(settlement, message, officer));
                }
            }
            return transfers;
        });
    }

    /** The referrals of a case, and whether each went on. */
    public List<Forwarding> of(CaseId id) {
        return messages.toForward(id).stream().map(Referrals::forwarding).toList();
    }

    /** Every referral that has not gone on yet, oldest first. */
    public List<Forwarding> waiting() {
        return messages.notForwarded().stream().map(Referrals::forwarding).toList();
    }

    /**
     * Tells the front doors, and Prevent police in the same step.
     *
     * @param idempotencyKey as for requests
     */
    public Approval safeguardingReferral(SafeguardingReferral referral, Actor officer, String idempotencyKey) {
        String key = "safeguarding/" + officer.role() + "/" + officer.ref() + "/" + idempotencyKey;
        String wished = Written.text(
                List.of(referral.caseId().value(), referral.frontDoors(), referral.text(), referral.fields()));
        return settlements.settle(settlement -> {
            GateRow gate = gates.lock(referral.caseId());
            Optional<Approval> before = approving.before(key, wished);
            List<NotApproved.Fault> faults = faults(referral, gate.gate());
            if (before.isPresent() || !faults.isEmpty()) {
                return before.orElseGet(() -> new NotApproved(faults));
            }
            return store(
                    settlement,
                    referral,
                    officer,
                    new Approving.Wish(key, wished, recipients(referral), Optional.empty()));
        });
    }

    private Approval store(Settlement settlement, SafeguardingReferral referral, Actor officer, Approving.Wish wish) {
        var draft = new RequestDraft(
                referral.caseId(),
                TransferKind.SAFEGUARDING_REFERRAL,
                List.of(),
                List.of(),
                referral.text(),
                referral.fields(),
                List.of(),
                check.today(),
                Marking.OFFICIAL_SENSITIVE);
        Approved approved = approving.store(settlement, approving.row(draft, officer, Duration.ZERO), wish);
        settlement.publish(new SafeguardingReferralApproved(referral.caseId(), approved.transfers()));
        return approved;
    }

    private List<Recipient> recipients(SafeguardingReferral referral) {
        Stream<Recipient> doors = referral.frontDoors().stream()
                .map(directory::byId)
                .flatMap(Optional::stream)
                .map(Recipient::of);
        Stream<Recipient> told = Stream.of(Recipient.of(police.of(referral.caseId())));
        return Stream.concat(doors, told).toList();
    }

    private List<NotApproved.Fault> faults(SafeguardingReferral referral, Gate gate) {
        var faults = new ArrayList<NotApproved.Fault>();
        List<String> doors =
                directory.safeguardingFrontDoors().stream().map(Party::id).toList();
        if (referral.frontDoors().isEmpty() || !doors.containsAll(referral.frontDoors())) {
            faults.add(new NotApproved.Fault(
                    "not-a-front-door", "Choose a front door of Children's or Adults' services."));
        }
        if (referral.text().isBlank()) {
            faults.add(new NotApproved.Fault("no-text", "Say what they must know."));
        }
        if (gate == Gate.STOPPED && !referral.policeRungFirst()) {
            faults.add(new NotApproved.Fault(
                    "ring-police-first",
                    "Police have said stop. Ring them first on "
                            + police.of(referral.caseId()).telephone() + ", then confirm."));
        }
        return faults;
    }

    /** Raises an alarm for every referral that is late; returns how many. */
    public int alarmLate() {
        return (int) messages.notForwarded().stream()
                .filter(each -> each.forwardDue()
                        .filter(due -> !due.isAfter(clock.instant()))
                        .isPresent())
                .filter(each -> settlements.settle(settlement -> alarms.raise(
                        settlement,
                        Onward.ALARM,
                        Optional.of(each.caseId()),
                        Optional.empty(),
                        police.of(each.caseId()).telephone())))
                .count();
    }

    private static Forwarding forwarding(MessageRow row) {
        return new Forwarding(
                row.caseId(),
                row.id(),
                row.receivedAt(),
                row.forwardDue().orElseThrow(),
                row.forwardedAt(),
                row.forwardTransfer());
    }
}
