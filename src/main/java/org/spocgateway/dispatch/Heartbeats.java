package org.spocgateway.dispatch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.spocgateway.casework.Alarms;
import org.spocgateway.casework.HouseMoments;
import org.spocgateway.directory.Directory;
import org.spocgateway.terms.Actor;
import org.spocgateway.terms.TransferId;
import org.spocgateway.transferlog.TransferLog;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A test message (K28) through the whole path: out by the council's relay, into the SPOC mailbox, and back through intake. Silence is
 * otherwise no news: police do not say that they have sent something.
 */
@Component
public class Heartbeats {
    static final String ALARM = "heartbeat-missing";

    private static final String SENT = "heartbeat";
    private static final NoticeText TEXT = new NoticeText("heartbeat", "Heartbeat test message", Map.of());

    private final JdbcClient db;
    private final Notices notices;
    private final HouseMoments moments;
    private final Alarms alarms;
    private final Directory directory;
    private final TransferLog log;
    private final HouseSettings settings;
    private final Clock clock;
    private final TransactionTemplate tx;

    Heartbeats(
            JdbcClient db,
            Notices notices,
            HouseMoments moments,
            Alarms alarms,
            Directory directory,
            TransferLog log,
            HouseSettings settings,
            Clock clock,
            TransactionTemplate tx) {
        this.db = db;
        this.notices = notices;
        this.moments = moments;
        this.alarms = alarms;
        this.directory = directory;
        this.log = log;
        this.settings = settings;
        this.clock = clock;
        this.tx = tx;
    }

    /**
     * One test message.
     *
     * @param roundTrip from the outbox until the gateway had it from the mailbox; empty while it is under way
     */
    public record Beat(TransferId transfer, Instant sentAt, Optional<Duration> roundTrip) {}

    /** Sends the next one when it is time, the first one after a whole interval, and raises an alarm for one that is late. */
    @Scheduled(fixedDelayString = "${gateway.dispatch.house.look-every:PT10S}")
    public void tick() {
        if (!log.mayAct() || settings.heartbeat().isZero()) {
            return;
        }
        Instant now = clock.instant();
        Instant last = moments.since(SENT, now);
        if (!now.isBefore(last.plus(settings.heartbeat()))) {
            tx.executeWithoutResult(status -> send(last, now));
        }
        latest().filter(beat -> isLate(beat, now)).ifPresent(this::alarm);
    }

    private void send(Instant last, Instant now) {
        if (moments.move(SENT, last, now)) {
            TransferId id = notices.inHouse(directory.council().spocMailbox(), TEXT, now);
            db.sql("insert into heartbeat (transfer_id, sent_at) values (?, ?)")
                    .param(id.value())
                    .param(Timestamp.from(now))
                    .update();
        }
    }

    private boolean isLate(Beat beat, Instant now) {
        return beat.roundTrip().isEmpty() && !now.isBefore(beat.sentAt().plus(settings.heartbeatWithin()));
    }

    private void alarm(Beat beat) {
        tx.executeWithoutResult(status -> {
            int news = db.sql("update heartbeat set alarmed = true where transfer_id = ? and not alarmed")
                    .param(beat.transfer().value())
                    .update();
            if (news == 1) {
                alarms.raise(
                        ALARM,
                        Optional.empty(),
                        Optional.empty(),
                        directory.council().telephone());
            }
        });
    }

    /** It came back through the mailbox; in the running transaction. */
    void returned(TransferId id, Instant at) {
        int known = db.sql("update heartbeat set returned_at = ? where transfer_id = ? and returned_at is null")
                .param(Timestamp.from(at))
                .param(id.value())
                .update();
        if (known == 1) {
            alarms.raised().stream()
                    .filter(alarm -> alarm.word().equals(ALARM))
                    .forEach(alarm -> alarms.clear(alarm.id(), Actor.system()));
        }
    }

    /** The last test message that was sent. */
    public Optional<Beat> latest() {
        return db.sql("select * from heartbeat order by sent_at desc fetch first 1 rows only")
                .query(Heartbeats::beat)
                .optional();
    }

    /** The last test message that came back. */
    public Optional<Beat> lastReturned() {
        return db.sql("select * from heartbeat where returned_at is not null order by sent_at desc"
                        + " fetch first 1 rows only")
                .query(Heartbeats::beat)
                .optional();
    }

    private static Beat beat(ResultSet row, int number) throws SQLException {
        Instant sent = row.getTimestamp("sent_at").toInstant();
        return new Beat(
                new TransferId(row.getString("transfer_id")),
                sent,
                Optional.ofNullable(row.getTimestamp("returned_at"))
                        .map(Timestamp::toInstant)
                        .map(back -> Duration.between(sent, back)));
    }
}
