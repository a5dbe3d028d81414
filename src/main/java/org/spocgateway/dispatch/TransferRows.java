package org.spocgateway.dispatch;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.TransferChannel;
import org.spocgateway.terms.TransferId;
import org.spocgateway.terms.TransferKind;
import org.spocgateway.vault.BlobId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code transfer}; every change names the state it expects, and says whether it found it. */
@Component
class TransferRows {
    private final JdbcClient db;

    TransferRows(JdbcClient db) {
        this.db = db;
    }

    Optional<TransferRow> find(TransferId id) {
        return db.sql("select * from transfer where id = ?")
                .param(id.value())
                .query(TransferRow::read)
                .optional();
    }

    List<TransferRow> ofCase(CaseId id) {
        return db.sql("select * from transfer where case_id = ? order by created_at, id")
                .param(id.value())
                .query(TransferRow::read)
                .list();
    }

    List<TransferRow> in(Collection<TransferState> states) {
        return db.sql("select * from transfer where state in (:states) order by created_at, id")
                .param("states", words(states))
                .query(TransferRow::read)
                .list();
    }

    Optional<TransferRow> byMessageId(byte[] index) {
        return db.sql("select * from transfer where message_id_index = ?")
                .param(index)
                .query(TransferRow::read)
                .optional();
    }

    /** Ids in one of the states whose time has come. */
    List<String> due(Collection<TransferState> states, Instant now) {
        return db.sql("select id from transfer where state in (:states) and not_before <= :now order by not_before")
                .param("states", words(states))
                .param("now", Timestamp.from(now))
                .query(String.class)
                .list();
    }

    /** How many are in a state. */
    long count(TransferState state) {
        return db.sql("select count(*) from transfer where state = ?")
                .param(state.word())
                .query(Long.class)
                .single();
    }

    /** A new row; {@code content} is given only for a notice, whose bytes exist from the start. */
    void insert(
            TransferId id,
            CaseId caseId,
            TransferKind kind,
            Instant now,
            Instant notBefore,
            Optional<String> organisation,
            byte[] recipient,
            @Nullable TransferId noticeOf,
            @Nullable FrozenContent content) {
        db.sql("insert into transfer (id, case_id, kind, state, created_at, not_before, organisation, recipient,"
                        + " notice_of, content_blob, content_index, message_id_index)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(id.value())
                .param(caseId.value())
                .param(kind.word())
                .param(TransferState.APPROVED.word())
                .param(Timestamp.from(now))
                .param(Timestamp.from(notBefore))
                .param(organisation.orElse(null))
                .param(recipient)
                .param(noticeOf == null ? null : noticeOf.value())
                .param(content == null ? null : content.blob().value())
                .param(content == null ? null : content.index())
                .param(content == null ? null : content.messageIdIndex())
                .update();
    }

    boolean permit(TransferId id, TransferChannel way, byte[] decision, FrozenContent content, Instant now) {
        return db.sql("update transfer set state = 'permitted', transfer_channel = ?, decision = ?, reasons = null,"
                                + " rules = '', content_blob = ?, content_index = ?, message_id_index = ?,"
                                + " not_before = ?, tries = 0 where id = ? and state = 'approved'")
                        .param(way.word())
                        .param(decision)
                        .param(content.blob().value())
                        .param(content.index())
                        .param(content.messageIdIndex())
                        .param(Timestamp.from(now))
                        .param(id.value())
                        .update()
                == 1;
    }

    /** Puts it to rest with every reason. */
    boolean refuse(TransferId id, Set<TransferState> from, TransferState to, byte[] reasons, String rules) {
        return db.sql("update transfer set state = :to, reasons = :reasons, rules = :rules, tries = 0"
                                + " where id = :id and state in (:from)")
                        .param("to", to.word())
                        .param("reasons", reasons)
                        .param("rules", rules)
                        .param("id", id.value())
                        .param("from", words(from))
                        .update()
                == 1;
    }

    /** Takes it for one attempt: whoever held it before cannot cross any more. */
    boolean claim(TransferId id, long epoch) {
        return db.sql("update transfer set state = 'attempting', epoch = epoch + 1, attempts = attempts + 1"
                                + " where id = ? and epoch = ? and state in ('permitted', 'attempting')")
                        .param(id.value())
                        .param(epoch)
                        .update()
                == 1;
    }

    /** The step to the point of no return; false: stopped, taken by somebody else, or its content changed. */
    boolean cross(TransferId id, long epoch, BlobId content) {
        return db.sql("update transfer set state = 'eod-intent'"
                                + " where id = ? and state = 'attempting' and epoch = ? and content_blob = ?")
                        .param(id.value())
                        .param(epoch)
                        .param(content.value())
                        .update()
                == 1;
    }

    /** Moves it without any other change but its time. */
    boolean move(TransferId id, Set<TransferState> from, TransferState to, Instant notBefore) {
        return db.sql("update transfer set state = :to, not_before = :notBefore, tries = 0"
                                + " where id = :id and state in (:from)")
                        .param("to", to.word())
                        .param("notBefore", Timestamp.from(notBefore))
                        .param("id", id.value())
                        .param("from", words(from))
                        .update()
                == 1;
    }

    /** Writes down what came of one attempt. */
    boolean settle(TransferId id, long epoch, Settlement settlement) {
        Evidence evidence = settlement.evidence();
        return db.sql("update transfer set state = :to, not_before = :notBefore, tries = 0, last_outcome = :outcome,"
                                + " failed_before = failed_before or :failed, carrier = :carrier, smtp_stage = :stage,"
                                + " smtp_code = :code, queue_id = :queueId, tls_version = :tlsVersion,"
                                + " tls_suite = :tlsSuite, tls_peer = :tlsPeer, peer_host = :host, scope = :scope,"
                                + " sealed = :sealed, insecure_reason = :insecure, sent_at = :sentAt"
                                + " where id = :id and epoch = :epoch and state in (:from)")
                        .param("to", settlement.to().word())
                        .param("notBefore", Timestamp.from(settlement.notBefore()))
                        .param("outcome", settlement.outcome())
                        .param("failed", settlement.to() != TransferState.SENT)
                        .param("carrier", evidence.carrier())
                        .param("stage", evidence.stage())
                        .param("code", evidence.code())
                        .param("queueId", evidence.queueId().orElse(null))
                        .param("tlsVersion", evidence.tlsVersion().orElse(null))
                        .param("tlsSuite", evidence.tlsSuite().orElse(null))
                        .param("tlsPeer", evidence.peerCertificate().orElse(null))
                        .param("host", evidence.host())
                        .param("scope", evidence.scope())
                        .param("sealed", evidence.sealed())
                        .param("insecure", settlement.insecure().orElse(null))
                        .param(
                                "sentAt",
                                settlement.sentAt().map(Timestamp::from).orElse(null))
                        .param("id", id.value())
                        .param("epoch", epoch)
                        .param("from", words(settlement.from()))
                        .update()
                == 1;
    }

    /** Counts one more page begun at this state; the number of pages begun there and not ended. */
    int begin(TransferId id, TransferState state) {
        db.sql("update transfer set tries = case when tried_state = ? then tries + 1 else 1 end, tried_state = ?"
                        + " where id = ? and state = ?")
                .param(state.word())
                .param(state.word())
                .param(id.value())
                .param(state.word())
                .update();
        return db.sql("select tries from transfer where id = ?")
                .param(id.value())
                .query(Integer.class)
                .single();
    }

    /** Marks that a receipt came back for it: {@code bounced}, {@code delivered}, {@code auto-reply}. */
    void receipt(TransferId id, String word) {
        db.sql("update transfer set receipt = ? where id = ?")
                .param(word)
                .param(id.value())
                .update();
    }

    private static List<String> words(Collection<TransferState> states) {
        return states.stream().map(TransferState::word).toList();
    }
}
