package org.spocgateway.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.spocgateway.classification.ArrivalGrade;
import org.spocgateway.classification.Classified;
import org.spocgateway.classification.MessageKind;
import org.spocgateway.directory.Directory;
import org.spocgateway.envelope.Fault;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.InboundId;
import org.spocgateway.terms.MailAddress;
import org.spocgateway.vault.Vault;
import org.springframework.stereotype.Component;

/**
 * Brings a locked file and the mail with its password together: often another officer of the same house sends it minutes later (domain
 * 5.4, K7).
 *
 * <p>Only that the mails may belong together is known here; the password stays in its mail.
 */
@Component
public class PasswordMail {
    private static final Duration BEFORE = Duration.ofDays(1);
    private static final Duration AFTER = Duration.ofDays(7);
    private static final int MOST = 5;

    private final InboundRows rows;
    private final Vault vault;
    private final Directory directory;

    PasswordMail(InboundRows rows, Vault vault, Directory directory) {
        this.rows = rows;
        this.vault = vault;
        this.directory = directory;
    }

    /** A message that may belong to another one. */
    public record Pointer(InboundId id, Instant receivedAt, Optional<CaseId> caseId) {}

    /** Mails that may hold the password for a locked file of this message, oldest first. */
    public List<Pointer> forLocked(InboundId locked) {
        return rows.find(locked).stream()
                .flatMap(
                        row -> rows
                                .ofSameHouse(
                                        locked,
                                        true,
                                        row.receivedAt().minus(BEFORE),
                                        row.receivedAt().plus(AFTER))
                                .stream())
                .map(PasswordMail::pointer)
                .limit(MOST)
                .toList();
    }

    /** Messages with a locked file that the password in this mail may open, oldest first. */
    public List<Pointer> lockedFor(InboundId passwordMail) {
        return rows.find(passwordMail).stream()
                .flatMap(row -> rows
                        .ofSameHouse(
                                passwordMail,
                                false,
                                row.receivedAt().minus(AFTER),
                                row.receivedAt().plus(BEFORE))
                        .stream())
                .filter(row ->
                        row.fault().filter(Fault.PASSWORD_FILE.name()::equals).isPresent())
                .map(PasswordMail::pointer)
                .limit(MOST)
                .toList();
    }

    private static Pointer pointer(InboundRow row) {
        return new Pointer(row.id(), row.receivedAt(), row.caseId());
    }

    /** Notes a message that was just classified, in the running transaction; a forged one belongs to nobody. */
    void note(InboundId id, Optional<MailAddress> sender, Classified classified) {
        boolean isPassword = classified.kind() == MessageKind.PASSWORD_NOTICE;
        byte[] house = sender.filter(from -> classified.grade() != ArrivalGrade.F)
                .map(from -> vault.index("inbound.house", house(from)))
                .orElse(null);
        rows.note(id, house, isPassword && house != null);
    }

    private String house(MailAddress from) {
        return directory
                .forceOf(from)
                .map(force -> "force " + force.id())
                .or(() -> directory.at(from).map(party -> "party " + party.id()))
                .orElseGet(() -> "address " + from.value());
    }
}
