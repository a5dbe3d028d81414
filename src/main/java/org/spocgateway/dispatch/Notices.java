package org.spocgateway.dispatch;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.spocgateway.casework.Outgoing;
import org.spocgateway.casework.Requests;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.MailAddress;
import org.spocgateway.terms.TransferId;
import org.spocgateway.terms.TransferKind;
import org.spocgateway.work.Work;
import org.springframework.stereotype.Component;

/** Puts notices into the outbox: that a package waits, that an answer is waited for, that all is well; never a word about a person. */
@Component
class Notices {
    private final TransferRows rows;
    private final Requests requests;
    private final Freezing freezing;
    private final SealedWords sealed;
    private final Work work;
    private final SecureRandom random;
    private final String portal;

    Notices(
            TransferRows rows,
            Requests requests,
            Freezing freezing,
            SealedWords sealed,
            Work work,
            SecureRandom random,
            DispatchSettings settings) {
        this.rows = rows;
        this.requests = requests;
        this.freezing = freezing;
        this.sealed = sealed;
        this.work = work;
        this.random = random;
        this.portal = settings.portalAddress();
    }

    /** In the running transaction, a transfer of its own beside the one that is in the portal at this path. */
    void announce(TransferRow row, String path, Instant now) {
        beside(row, "notice", Map.of("link", portal + path), now);
    }

    /** The same without a link: that an answer is waited for (R15), or that something is asked back. */
    void about(TransferRow row, String template, Instant now) {
        beside(row, template, Map.of(), now);
    }

    private void beside(TransferRow row, String template, Map<String, String> values, Instant now) {
        Outgoing outgoing = requests.outgoing(row.id()).orElseThrow();
        var text = NoticeText.about(template, outgoing.reference(), values);
        write(row.caseId(), row.organisation(), Optional.of(row.id()), sealed.recipient(row), text, now);
    }

    /** To the council's own people, about no case; returns the transfer. */
    TransferId inHouse(MailAddress recipient, NoticeText text, Instant now) {
        return write(HouseMail.CASE, Optional.empty(), Optional.empty(), recipient, text, now);
    }

    private TransferId write(
            CaseId caseId,
            Optional<String> organisation,
            Optional<TransferId> noticeOf,
            MailAddress recipient,
            NoticeText text,
            Instant now) {
        TransferId id = TransferId.random(random);
        FrozenContent content = freezing.notice(id, recipient, text);
        freezing.keep(content);
        rows.insert(
                id,
                caseId,
                TransferKind.NOTICE,
                now,
                now,
                organisation,
                sealed.recipient(caseId, id, recipient),
                noticeOf.orElse(null),
                content);
        work.wake(Outcomes.TASK, id.value());
        return id;
    }
}
