package org.spocgateway.casework;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.spocgateway.terms.Actor;
import org.spocgateway.terms.InboundId;
import org.spocgateway.terms.RequestId;
import org.spocgateway.transferlog.Direction;
import org.spocgateway.transferlog.Entry;
import org.spocgateway.transferlog.EntryType;
import org.spocgateway.transferlog.Field;
import org.spocgateway.vault.Vault;
import org.springframework.stereotype.Component;

/** Stores what an officer approved: one request, one transfer and one reference for each recipient, once for each idempotency key. */
@Component
class Approving {
    private final RequestRows requests;
    private final RecipientRows recipients;
    private final Timeline timeline;
    private final CaseRows cases;
    private final Vault vault;
    private final SecureRandom random;
    private final Clock clock;

    Approving(
            RequestRows requests,
            RecipientRows recipients,
            Timeline timeline,
            CaseRows cases,
            Vault vault,
            SecureRandom random,
            Clock clock) {
        this.requests = requests;
        this.recipients = recipients;
        this.timeline = timeline;
        this.cases = cases;
        this.vault = vault;
        this.random = random;
        this.clock = clock;
    }

    /** What the key gave before: the same answer for the same draft, a fault for another one; empty for a new key. */
    Optional<Approval> before(String key, String draft) {
        return requests.byKey(key).map(row -> {
            if (!requests.isSame(row.id(), draft)) {
                return new NotApproved(List.of(
                        new NotApproved.Fault("key-used", "This idempotency key was used for another request.")));
            }
            List<Approved.Line> lines =
                    recipients.of(row.id()).stream().map(RecipientRow::line).toList();
            return new Approved(row.id(), lines, row.notBefore(), true);
        });
    }

    /** The row of a draft; {@code undo} is how long it can be taken back. */
    RequestRow row(RequestDraft draft, Actor author, Duration undo) {
        return new RequestRow(
                RequestId.random(random),
                draft.caseId(),
                draft.kind(),
                author,
                clock.instant(),
                clock.instant().plus(undo),
                Optional.empty(),
                draft.replyBy(),
                draft.marking(),
                draft.questions(),
                draft.freeText().strip(),
                draft.fields(),
                draft.documents());
    }

    /** Stores it in the running transaction, under the lock of the case's gate. */
    Approved store(Settlement settlement, RequestRow row, Wish wish) {
        if (!requests.insert(row, wish.key(), wish.draft())) {
            throw new IllegalStateException("the idempotency key was used at the same moment; ask again");
        }
        row.documents().forEach(each -> vault.keep(each.blob()));
        List<Approved.Line> lines = new ArrayList<>();
        for (Recipient to : wish.recipients()) {
            RecipientRow recipient = recipients.insert(row, lines.size(), to, wish.forwarded());
            lines.add(recipient.line());
            timeline.add(row.caseId(), row.kind().word(), row.author(), recipient.transfer());
            settlement.log(entry(row, recipient));
        }
        return new Approved(row.id(), lines, row.notBefore(), false);
    }

    /**
     * What is asked for, beside the row.
     *
     * @param key names the wish once and for all
     * @param draft what was wished, to tell a repetition from another wish under the same key
     */
    record Wish(String key, String draft, List<Recipient> recipients, Optional<InboundId> forwarded) {}

    private static Entry entry(RequestRow row, RecipientRow recipient) {
        Entry entry = Entry.of(EntryType.REQUEST_APPROVED, Direction.INTERNAL)
                .transfer(recipient.transfer())
                .aboutCase(row.caseId())
                .to(recipient.address())
                .by(row.author())
                .with(Field.KIND, row.kind().word())
                .with(Field.COUNT, row.documents().size());
        recipient.party().ifPresent(entry::organisation);
        if (!row.questions().isEmpty()) {
            entry.with(Field.QUESTIONS, row.questions());
        }
        if (!row.fields().isEmpty()) {
            entry.with(Field.FIELDS, row.fields().keySet());
        }
        return entry;
    }
}
