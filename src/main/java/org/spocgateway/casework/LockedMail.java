package org.spocgateway.casework;

import java.util.List;
import java.util.Optional;
import org.spocgateway.envelope.Fault;
import org.spocgateway.intake.Inbound;
import org.spocgateway.intake.InboundState;
import org.spocgateway.intake.Intake;
import org.spocgateway.intake.Passwords;
import org.spocgateway.terms.Actor;
import org.spocgateway.terms.InboundId;
import org.spocgateway.transferlog.Direction;
import org.spocgateway.transferlog.Entry;
import org.spocgateway.transferlog.EntryType;
import org.spocgateway.transferlog.Field;
import org.springframework.stereotype.Component;

/** An officer opens the locked files of a message; every try is in the log, and on the timeline of its case. */
@Component
public class LockedMail {
    private static final String WAY = "password";

    private final Passwords passwords;
    private final Intake intake;
    private final Timeline timeline;
    private final AlarmRows alarms;
    private final Police police;
    private final Settlements settlements;

    LockedMail(
            Passwords passwords,
            Intake intake,
            Timeline timeline,
            AlarmRows alarms,
            Police police,
            Settlements settlements) {
        this.passwords = passwords;
        this.intake = intake;
        this.timeline = timeline;
        this.alarms = alarms;
        this.police = police;
        this.settlements = settlements;
    }

    /**
     * What came of it.
     *
     * @param fault why nothing opened; empty if something did
     * @param attempts how many passwords did not open it so far
     * @param left how many files are still locked
     */
    public record Result(Optional<Fault> fault, int attempts, int left) {}

    /**
     * Tries the password on every locked file of the message and clears it.
     *
     * @return empty if nothing of it waits for a password any more
     */
    public Optional<Result> open(InboundId message, char[] password, Actor officer) {
        return passwords
                .tryOn(message, password)
                .map(tried -> tried.fault().isPresent()
                        ? notOpened(message, tried, tried.fault().get(), officer)
                        : opened(message, tried, officer));
    }

    private Result notOpened(InboundId message, Passwords.Tried tried, Fault fault, Actor officer) {
        if (fault == Fault.SCAN_AWAY) {
            return new Result(Optional.of(fault), passwords.attempts(message), 0);
        }
        return fault.isFromScanner() ? stopped(message, tried, fault, officer) : stillLocked(message, fault, officer);
    }

    /** The password was right, and what came out is malicious or may be: nothing of it is kept. */
    private Result stopped(InboundId message, Passwords.Tried tried, Fault fault, Actor officer) {
        return settlements.settle(settlement -> {
            if (fault == Fault.INFECTED && passwords.sealOff(tried)) {
                alarms.raise(
                        settlement,
                        "mail-infected",
                        intake.find(message).flatMap(Inbound::caseId),
                        Optional.of(message),
                        police.own().telephone());
            }
            tell(message, "password-infected", officer, "");
            settlement.log(Entry.of(EntryType.INTAKE_UNOPENED, Direction.IN)
                    .inbound(message)
                    .by(officer)
                    .with(Field.WAY, WAY)
                    .with(Field.CODE, fault.code()));
            return new Result(Optional.of(fault), passwords.attempts(message), 0);
        });
    }

    private Result stillLocked(InboundId message, Fault fault, Actor officer) {
        return settlements.settle(settlement -> {
            int attempts = passwords.countWrong(message);
            tell(message, "password-wrong", officer, "");
            settlement.log(Entry.of(EntryType.INTAKE_UNOPENED, Direction.IN)
                    .inbound(message)
                    .by(officer)
                    .with(Field.WAY, WAY)
                    .with(Field.CODE, fault.code())
                    .with(Field.ATTEMPT, attempts));
            return new Result(Optional.of(fault), attempts, 0);
        });
    }

    private Result opened(InboundId message, Passwords.Tried tried, Actor officer) {
        return settlements.settle(settlement -> {
            List<String> ids = passwords.keep(tried, officer.ref());
            if (ids.isEmpty()) {
                settlement.abandon();
                return new Result(Optional.empty(), 0, 0);
            }
            tell(message, "password-opened", officer, String.join(", ", ids));
            Entry entry = Entry.of(EntryType.INTAKE_OPENED, Direction.IN)
                    .inbound(message)
                    .by(officer)
                    .with(Field.WAY, WAY)
                    .with(Field.COUNT, ids.size())
                    .with(Field.FROM_STATE, tried.from().word())
                    .with(
                            Field.TO_STATE,
                            tried.whole().isPresent()
                                    ? InboundState.OPENED.word()
                                    : tried.from().word());
            if (Field.ENCRYPTION.takes(tried.algorithm())) {
                entry.with(Field.ENCRYPTION, tried.algorithm());
            }
            settlement.log(entry);
            return new Result(Optional.empty(), 0, tried.left());
        });
    }

    private void tell(InboundId message, String what, Actor officer, String detail) {
        intake.find(message).flatMap(mail -> mail.caseId()).ifPresent(id -> timeline.add(id, what, officer, detail));
    }
}
