package org.spocgateway.dispatch;

import java.util.List;
import org.spocgateway.release.FrozenDecision;
import org.spocgateway.release.Reason;
import org.spocgateway.release.Transfer;
import org.spocgateway.terms.Gate;
import org.spocgateway.transferlog.Direction;
import org.spocgateway.transferlog.Entry;
import org.spocgateway.transferlog.EntryType;
import org.spocgateway.transferlog.Field;
import org.springframework.stereotype.Component;

/** Says each step of a transfer to the log: words, hashes and numbers, never an address or a sentence. */
@Component
class TransferEntries {
    private final SealedWords sealed;

    TransferEntries(SealedWords sealed) {
        this.sealed = sealed;
    }

    /** What every entry about a transfer carries. */
    Entry about(TransferRow row, EntryType type) {
        Entry entry = Entry.of(type, Direction.OUT)
                .transfer(row.id())
                .to(sealed.recipient(row))
                .with(Field.KIND, row.kind().word())
                .with(Field.FROM_STATE, row.state().word());
        if (!HouseMail.is(row)) {
            entry.aboutCase(row.caseId());
        }
        row.organisation().ifPresent(entry::organisation);
        row.transferChannel().ifPresent(way -> entry.with(Field.TRANSFER_CHANNEL, way.word()));
        return entry;
    }

    /** {@code digest} is that of the recorded decision. */
    Entry permitted(TransferRow row, Decided decided, FrozenDecision frozen, String digest) {
        Transfer transfer = decided.transfer();
        Entry entry = about(row, EntryType.DECISION_PERMITTED)
                .with(Field.TO_STATE, TransferState.PERMITTED.word())
                .with(Field.TRANSFER_CHANNEL, frozen.transferChannel().word())
                .with(Field.PROFILE, frozen.profile())
                .with(Field.RULE, frozen.rule())
                .with(Field.RULE_SET_HASH, frozen.ruleSetHash())
                .with(Field.DIRECTORY_HASH, frozen.directoryHash())
                .with(Field.SEALED, frozen.seal())
                .with(Field.DECISION_HASH, digest)
                .with(Field.GATE, decided.gate().word())
                .with(Field.QUESTIONS, transfer.questions().stream().sorted().toList())
                .with(Field.FIELDS, transfer.fields().stream().sorted().toList());
        return frozen.nextHop().isEmpty() ? entry : entry.with(Field.NEXT_HOP, frozen.nextHop());
    }

    Entry against(TransferRow row, TransferState to, List<Reason> reasons, Gate gate) {
        return about(row, to == TransferState.REFUSED ? EntryType.DECISION_REFUSED : EntryType.DECISION_HELD)
                .with(Field.TO_STATE, to.word())
                .with(Field.RULES, ruleIds(reasons))
                .with(Field.GATE, gate.word());
    }

    /** One attempt's outcome with all that was seen on the line. */
    Entry outcome(TransferRow row, Settlement settlement) {
        Evidence evidence = settlement.evidence();
        Entry entry = about(row, type(settlement))
                .with(Field.TO_STATE, settlement.to().word())
                .with(Field.ATTEMPT, row.attempts() + 1L)
                .with(Field.CARRIER, evidence.carrier())
                .with(Field.SMTP_STAGE, evidence.stage())
                .with(Field.SMTP_CODE, evidence.code())
                .with(Field.SCOPE, evidence.scope())
                .with(Field.SEALED, evidence.sealed());
        if (!evidence.host().isEmpty()) {
            entry.with(Field.PEER_HOST, evidence.host());
        }
        evidence.queueId().filter(Field.QUEUE_ID::takes).ifPresent(id -> entry.with(Field.QUEUE_ID, id));
        evidence.tlsVersion()
                .ifPresent(version -> entry.with(Field.TLS_VERSION, version).with(Field.TLS_NAME_OK, true));
        evidence.tlsSuite().ifPresent(suite -> entry.with(Field.TLS_SUITE, suite));
        evidence.peerCertificate().ifPresent(peer -> entry.with(Field.TLS_PEER, peer));
        settlement.insecure().ifPresent(reason -> entry.with(Field.REASON, reason));
        return entry;
    }

    static List<String> ruleIds(List<Reason> reasons) {
        return reasons.stream().map(Reason::rule).distinct().sorted().toList();
    }

    private static EntryType type(Settlement settlement) {
        return switch (settlement.outcome()) {
            case "accepted" -> EntryType.OUT_SENT;
            case "deferred" -> EntryType.OUT_DEFERRED;
            case "rejected" -> EntryType.OUT_REJECTED;
            case "insecure" -> EntryType.OUT_INSECURE;
            default -> EntryType.OUT_UNCERTAIN;
        };
    }
}
