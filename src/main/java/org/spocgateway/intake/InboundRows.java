package org.spocgateway.intake;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.spocgateway.terms.InboundId;
import org.spocgateway.vault.BlobId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code inbound}: every statement that reads or changes a row. */
@Component
class InboundRows {
    private final JdbcClient db;
    private final Clock clock;

    InboundRows(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** An earlier message that this one repeats: the same bytes, or the same Message-ID with other bytes. */
    record Earlier(InboundId id, boolean sameBytes) {}

    boolean exists(Place place) {
        return db.sql("select count(*) from inbound where account = ? and mailbox = ? and uidvalidity = ? and uid = ?")
                        .params(place.account(), place.mailbox(), place.uidValidity(), place.uid())
                        .query(Long.class)
                        .single()
                > 0;
    }

    void insert(NewInbound row, Optional<Earlier> earlier) {
        db.sql(
                        "insert into inbound (id, account, mailbox, uidvalidity, uid, state, received_at, changed_at, size_bytes,"
                                + " fingerprint_index, message_id_index, linked_to, suppressed, holder, raw_blob)"
                                + " values (?, ?, ?, ?, ?, 'accepted', ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(row.id().value())
                .param(row.place().account())
                .param(row.place().mailbox())
                .param(row.place().uidValidity())
                .param(row.place().uid())
                .param(Timestamp.from(row.receivedAt()))
                .param(Timestamp.from(row.receivedAt()))
                .param(row.sizeBytes())
                .param(row.fingerprintIndex())
                .param(row.messageIdIndex().orElse(null))
                .param(earlier.map(each -> each.id().value()).orElse(null))
                .param(earlier.map(Earlier::sameBytes).orElse(false))
                .param(row.holder().name())
                .param(row.raw().value())
                .update();
    }

    Optional<Earlier> earlier(byte[] fingerprintIndex, Optional<byte[]> messageIdIndex) {
        var sameBytes = first(
                        "select id from inbound where fingerprint_index = ? order by received_at, id", fingerprintIndex)
                .map(id -> new Earlier(id, true));
        return sameBytes.isPresent()
                ? sameBytes
                : messageIdIndex.flatMap(index -> first(
                                "select id from inbound where message_id_index = ? order by received_at, id", index)
                        .map(id -> new Earlier(id, false)));
    }

    private Optional<InboundId> first(String sql, byte[] index) {
        return db.sql(sql).param(index).query(String.class).list().stream()
                .findFirst()
                .map(InboundId::new);
    }

    Optional<InboundRow> find(InboundId id) {
        return db.sql("select * from inbound where id = ?")
                .param(id.value())
                .query(InboundRow::read)
                .optional();
    }

    List<InboundRow> inStates(List<String> states) {
        return db.sql("select * from inbound where state in (:states)"
                        + " and (content_erased_at is null or case_id is not null) order by received_at, id")
                .param("states", states)
                .query(InboundRow::read)
                .list();
    }

    /** Rows accepted and still lying in the mailbox, for one opening of it. */
    List<InboundRow> unmoved(String account, String mailbox, long uidValidity) {
        return db.sql(
                        "select * from inbound where not moved and account = ? and mailbox = ? and uidvalidity = ? order by uid")
                .params(account, mailbox, uidValidity)
                .query(InboundRow::read)
                .list();
    }

    void markMoved(InboundId id) {
        db.sql("update inbound set moved = true where id = ?").param(id.value()).update();
    }

    /** Commits the number of the attempt at the row's state and returns it, from 1; 0 when the row is gone or not due. */
    int countAttempt(InboundId id, String state) {
        db.sql("update inbound set attempts = case when attempted_state = state then attempts + 1 else 1 end,"
                        + " attempted_state = state where id = ? and state = ?")
                .params(id.value(), state)
                .update();
        return db.sql("select attempts from inbound where id = ? and state = ?")
                .params(id.value(), state)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    void postpone(InboundId id, Instant until) {
        db.sql("update inbound set not_before = ?, attempts = attempts - 1 where id = ? and attempts > 0")
                .params(Timestamp.from(until), id.value())
                .update();
    }

    boolean opened(InboundId id, BlobId content, byte[] facts) {
        return db.sql(
                                "update inbound set state = 'opened', opened_blob = ?, opening = ?, changed_at = ?, not_before = null"
                                        + " where id = ? and state = 'accepted'")
                        .params(content.value(), facts, now(), id.value())
                        .update()
                > 0;
    }

    /** From wherever it rests to opened, with what is known now that nothing of it is locked. */
    boolean reopened(InboundId id, InboundState from, BlobId content, byte[] facts) {
        return db.sql(
                                "update inbound set state = 'opened', fault = null, waiting_for = null, opened_blob = ?, opening = ?,"
                                        + " changed_at = ?, not_before = null where id = ? and state = ? and fault is not null")
                        .params(content.value(), facts, now(), id.value(), from.word())
                        .update()
                > 0;
    }

    int countWrongPassword(InboundId id) {
        db.sql("update inbound set password_attempts = password_attempts + 1 where id = ?")
                .param(id.value())
                .update();
        return wrongPasswords(id);
    }

    int wrongPasswords(InboundId id) {
        return db.sql("select password_attempts from inbound where id = ?")
                .param(id.value())
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    boolean unopened(InboundId id, String fault) {
        return db.sql("update inbound set state = 'unopened', fault = ?, changed_at = ?, not_before = null"
                                + " where id = ? and state = 'accepted'")
                        .params(fault, now(), id.value())
                        .update()
                > 0;
    }

    boolean classified(InboundId id, InboundState from, byte[] classified) {
        return db.sql("update inbound set state = 'classified', classified = ?, changed_at = ?, not_before = null"
                                + " where id = ? and state = ?")
                        .params(classified, now(), id.value(), from.word())
                        .update()
                > 0;
    }

    /** Whose house a classified message came from, by blind index, and whether it is hardly more than a password. */
    void note(InboundId id, byte @Nullable [] houseIndex, boolean passwordOnly) {
        db.sql("update inbound set house_index = ?, password_only = ? where id = ?")
                .param(houseIndex)
                .param(passwordOnly)
                .param(id.value())
                .update();
    }

    /** Messages of the same house as this one that are, or are not, hardly more than a password; within these times. */
    List<InboundRow> ofSameHouse(InboundId id, boolean passwordOnly, Instant from, Instant to) {
        return db.sql("select other.* from inbound other join inbound this on other.house_index = this.house_index"
                        + " where this.id = :id and other.id <> :id and other.password_only = :passwordOnly"
                        + " and other.received_at between :from and :to order by other.received_at, other.id")
                .param("id", id.value())
                .param("passwordOnly", passwordOnly)
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .query(InboundRow::read)
                .list();
    }

    /** To rest in front of a person, or away as noise. */
    boolean rest(InboundId id, InboundState from, InboundState to, String why) {
        return db.sql("update inbound set state = ?, waiting_for = ?, changed_at = ?, not_before = null"
                                + " where id = ? and state = ?")
                        .params(to.word(), why, now(), id.value(), from.word())
                        .update()
                > 0;
    }

    /** From page 40, with the fault it has: malicious, or perhaps so. */
    boolean sealOff(InboundId id, InboundState from) {
        return db.sql("update inbound set state = 'quarantined', waiting_for = null, changed_at = ?, not_before = null"
                                + " where id = ? and state = ?")
                        .params(now(), id.value(), from.word())
                        .update()
                > 0;
    }

    /** A file that an officer opened is malicious: the message stays where it is, and nobody sees any more what it holds. */
    boolean markInfected(InboundId id, InboundState from, String fault) {
        return db.sql("update inbound set fault = ?, changed_at = ? where id = ? and state = ?")
                        .params(fault, now(), id.value(), from.word())
                        .update()
                > 0;
    }

    /** Back to page 20, to be scanned once more. */
    boolean scanAgain(InboundId id, InboundState from) {
        return db.sql("update inbound set state = 'accepted', fault = null, waiting_for = null, attempts = 0,"
                                + " attempted_state = null, changed_at = ?, not_before = null"
                                + " where id = ? and state = ? and case_id is null")
                        .params(now(), id.value(), from.word())
                        .update()
                > 0;
    }

    /** Back to page 20, to be verified by what the directory knows now; only a message that waits in front of a person. */
    boolean verifyAgain(InboundId id) {
        return db.sql("update inbound set state = 'accepted', fault = null, waiting_for = null, opened_blob = null,"
                                + " opening = null, attempts = 0, attempted_state = null, changed_at = ?, not_before = null"
                                + " where id = ? and state = 'waiting' and case_id is null")
                        .params(now(), id.value())
                        .update()
                > 0;
    }

    /** Messages that were taken in and wait for something outside, such as the scanner. */
    int held() {
        return db.sql("select count(*) from inbound where state = 'accepted' and not_before is not null")
                .query(Integer.class)
                .single();
    }

    boolean quarantine(InboundId id, String fault) {
        return db.sql(
                                "update inbound set state = case when case_id is null then 'quarantined' else 'filed' end, fault = ?,"
                                        + " changed_at = ?, not_before = null"
                                        + " where id = ? and state in ('accepted', 'opened', 'unopened', 'classified')")
                        .params(fault, now(), id.value())
                        .update()
                > 0;
    }

    boolean filed(
            InboundId id,
            InboundState from,
            String caseId,
            String holder,
            byte @Nullable [] opening,
            byte @Nullable [] classified) {
        return db.sql("update inbound set state = 'filed', case_id = ?, holder = ?, opening = ?, classified = ?,"
                                + " waiting_for = null, changed_at = ? where id = ? and state = ?")
                        .param(caseId)
                        .param(holder)
                        .param(opening)
                        .param(classified)
                        .param(now())
                        .param(id.value())
                        .param(from.word())
                        .update()
                > 0;
    }

    List<String> unfinished() {
        return db.sql("select id from inbound where state in ('accepted', 'opened', 'unopened', 'classified')"
                        + " and (not_before is null or not_before <= ?)")
                .param(now())
                .query(String.class)
                .list();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
