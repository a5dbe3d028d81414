package org.spocgateway.intake;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.InboundId;
import org.spocgateway.transferlog.Direction;
import org.spocgateway.transferlog.Entry;
import org.spocgateway.transferlog.EntryType;
import org.spocgateway.transferlog.Field;
import org.spocgateway.transferlog.TransferLog;
import org.spocgateway.vault.Holder;
import org.spocgateway.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes messages away when their time is over. The row stays with its place in the mailbox, so that the mail is never taken in again; what
 * was known of it, its blind indexes and its keys go.
 */
@Component
public class Erasing {
    private final JdbcClient db;
    private final Vault vault;
    private final TransferLog log;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Erasing(JdbcClient db, Vault vault, TransferLog log, TransactionTemplate transactions, Clock clock) {
        this.db = db;
        this.vault = vault;
        this.log = log;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Takes away what a message holds, in the running transaction; how it arrived stays known. */
    public void content(InboundId id) {
        vault.erase(Holder.ofMessage(id));
        db.sql("delete from inbound_document where inbound_id = ?")
                .param(id.value())
                .update();
        db.sql("update inbound set content_erased_at = coalesce(content_erased_at, ?) where id = ?")
                .params(Timestamp.from(clock.instant()), id.value())
                .update();
    }

    /** Takes away everything about every message of a case, in the running transaction; gives their ids. */
    public List<InboundId> all(CaseId id) {
        List<InboundId> messages = db.sql("select id from inbound where case_id = ? order by id")
                .param(id.value())
                .query((row, n) -> new InboundId(row.getString(1)))
                .list();
        messages.forEach(this::everything);
        return messages;
    }

    /** Takes away mail that was put away, or that stayed in quarantine, for as long as this; returns how many. */
    public int unfiled(Duration aside, Duration quarantine) {
        Instant now = clock.instant();
        List<InboundId> due = db.sql(
                        "select id from inbound where case_id is null and content_erased_at is null"
                                + " and ((state = 'set-aside' and changed_at <= ?) or (state = 'quarantined' and changed_at <= ?))")
                .params(Timestamp.from(now.minus(aside)), Timestamp.from(now.minus(quarantine)))
                .query((row, n) -> new InboundId(row.getString(1)))
                .list();
        due.forEach(id -> transactions.executeWithoutResult(status -> {
            everything(id);
            log.append(Entry.of(EntryType.ERASED_HOLDER, Direction.INTERNAL)
                    .inbound(id)
                    .with(Field.KIND, "message")
                    .with(Field.REASON, "retention"));
        }));
        return due.size();
    }

    private void everything(InboundId id) {
        content(id);
        // an index that no text has: nothing is ever found by it again
        byte[] nothing = ("erased:" + id.value()).getBytes(StandardCharsets.UTF_8);
        db.sql("update inbound set opening = null, classified = null, opened_blob = null, message_id_index = null,"
                        + " house_index = null, fingerprint_index = ? where id = ?")
                .params(nothing, id.value())
                .update();
    }
}
