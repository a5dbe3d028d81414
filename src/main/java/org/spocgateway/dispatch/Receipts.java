package org.spocgateway.dispatch;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.spocgateway.classification.MessageKind;
import org.spocgateway.envelope.ReadMail;
import org.spocgateway.intake.Inbound;
import org.spocgateway.intake.Intake;
import org.spocgateway.terms.InboundId;
import org.spocgateway.terms.Step;
import org.spocgateway.transferlog.Entry;
import org.spocgateway.transferlog.EntryType;
import org.spocgateway.transferlog.Field;
import org.spocgateway.transferlog.TransferLog;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Page 70: ties a bounce, a delivery notice or an automatic answer to the transfer it belongs to, by the Message-ID that only we could make. */
@Step
@Component
public class Receipts {
    private static final Pattern MESSAGE_ID = Pattern.compile("<[0-9a-f]{32}@[a-z0-9.-]{1,200}>");
    private static final Pattern ACTION =
            Pattern.compile("(?im)^action:[ \\t]*(failed|delayed|delivered|relayed|expanded)");
    private static final Set<MessageKind> KINDS = Set.of(
            MessageKind.DELIVERY_FAILURE, MessageKind.OUT_OF_OFFICE, MessageKind.READ_RECEIPT, MessageKind.CANARY);

    private final ReceiptRows receipts;
    private final Intake intake;
    private final TransferRows rows;
    private final MessageIds messageIds;
    private final TransferEntries entries;
    private final FirstFailure firstFailure;
    private final Heartbeats heartbeats;
    private final TransferLog log;
    private final Clock clock;
    private final TransactionTemplate tx;

    Receipts(
            ReceiptRows receipts,
            Intake intake,
            TransferRows rows,
            MessageIds messageIds,
            TransferEntries entries,
            FirstFailure firstFailure,
            Heartbeats heartbeats,
            TransferLog log,
            Clock clock,
            TransactionTemplate tx) {
        this.receipts = receipts;
        this.intake = intake;
        this.rows = rows;
        this.messageIds = messageIds;
        this.entries = entries;
        this.firstFailure = firstFailure;
        this.heartbeats = heartbeats;
        this.log = log;
        this.clock = clock;
        this.tx = tx;
    }

    /** Looks at every filed receipt once; one that belongs to no transfer of ours stays where casework put it. */
    public void collect() {
        if (!log.mayAct()) {
            return;
        }
        for (InboundId id : receipts.waiting()) {
            receipts.count(id);
            intake.find(id)
                    .filter(Receipts::isReceipt)
                    .ifPresent(message -> transfer(message).ifPresent(row -> tie(row, message)));
            receipts.lookedAt(id);
        }
    }

    private static boolean isReceipt(Inbound message) {
        return message.classified().filter(each -> KINDS.contains(each.kind())).isPresent();
    }

    private Optional<TransferRow> transfer(Inbound message) {
        ReadMail mail = intake.mail(message.id());
        Stream<String> named =
                isOurTest(message) ? mail.messageId().stream() : Stream.concat(mail.inReplyTo().stream(), inside(mail));
        return named.flatMap(each -> rows.byMessageId(messageIds.index(each)).stream())
                .findFirst();
    }

    /** A bounce carries the headers of what it returns (RFC 3464). */
    private static Stream<String> inside(ReadMail mail) {
        return texts(mail).flatMap(text -> MESSAGE_ID.matcher(text).results().map(found -> found.group()));
    }

    private static Stream<String> texts(ReadMail mail) {
        return Stream.concat(
                Stream.of(mail.text()),
                mail.attachments().stream().map(each -> new String(each.content(), StandardCharsets.ISO_8859_1)));
    }

    private static boolean isOurTest(Inbound message) {
        return message.classified()
                .filter(each -> each.kind() == MessageKind.CANARY)
                .isPresent();
    }

    private void tie(TransferRow row, Inbound message) {
        if (isOurTest(message)) {
            tx.executeWithoutResult(status -> heartbeats.returned(row.id(), message.receivedAt()));
            return;
        }
        String word = word(message);
        boolean proves = word.equals("delivered") && row.state() == TransferState.UNCERTAIN;
        tx.executeWithoutResult(status -> {
            if (row.receipt().equals(word)) {
                return;
            }
            rows.receipt(row.id(), word);
            if (proves) {
                rows.move(row.id(), Set.of(TransferState.UNCERTAIN), TransferState.SENT, clock.instant());
            }
            if (word.equals("bounced")) {
                firstFailure.raise(row);
            }
            Entry entry = entries.about(row, proves ? EntryType.OUT_RESOLVED : EntryType.OUT_RECEIPT)
                    .inbound(message.id())
                    .with(Field.EVIDENCE, word);
            log.append(proves ? entry.with(Field.TO_STATE, TransferState.SENT.word()) : entry);
        });
    }

    private String word(Inbound message) {
        boolean bounce = message.classified()
                .filter(each -> each.kind() == MessageKind.DELIVERY_FAILURE)
                .isPresent();
        if (!bounce) {
            return "auto-reply";
        }
        List<String> actions = texts(intake.mail(message.id()))
                .map(ACTION::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1).toLowerCase(Locale.ROOT))
                .toList();
        if (actions.contains("failed") || actions.isEmpty()) {
            return "bounced";
        }
        return actions.contains("delayed") ? "delayed" : "delivered";
    }
}
