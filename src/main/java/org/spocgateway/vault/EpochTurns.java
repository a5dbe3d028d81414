package org.spocgateway.vault;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The monthly turn: every living holder key is wrapped under this month's epoch, and an epoch that wraps none is destroyed some days
 * later. A backup of before the turn opens until then and never after.
 */
final class EpochTurns {
    private final JdbcClient db;
    private final TransactionTemplate alone;
    private final Epochs epochs;
    private final HolderKeys keys;
    private final Clock clock;

    EpochTurns(JdbcClient db, TransactionTemplate alone, Epochs epochs, HolderKeys keys, Clock clock) {
        this.db = db;
        this.alone = alone;
        this.epochs = epochs;
        this.keys = keys;
        this.clock = clock;
    }

    EpochTurn turn(Duration grace) {
        int rewrapped = rewrap();
        emptied();
        var retired = new ArrayList<String>();
        var waiting = new ArrayList<String>();
        for (String epoch : due(grace)) {
            (retire(epoch) ? retired : waiting).add(epoch);
        }
        return new EpochTurn(rewrapped, retired, waiting);
    }

    Optional<Instant> retired(String epoch) {
        return db.sql("select retired_at from key_epoch where epoch = ? and retired_at is not null")
                .param(epoch)
                .query((row, n) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional();
    }

    /** One holder at a time, so that no transaction is long and an erasure in between wins. */
    private int rewrap() {
        List<String> old = db.sql("select holder from holder_key where epoch < ? and wrapped is not null")
                .param(epochs.current())
                .query(String.class)
                .list();
        int done = 0;
        for (String holder : old) {
            done += alone.execute(status -> keys.rewrap(new Holder(holder))) ? 1 : 0;
        }
        return done;
    }

    private void emptied() {
        db.sql("insert into key_epoch (epoch, emptied_at) select distinct h.epoch, cast(? as timestamp with time zone)"
                        + " from holder_key h where h.epoch < ?"
                        + " and not exists (select 1 from holder_key l where l.epoch = h.epoch and l.wrapped is not null)"
                        + " and not exists (select 1 from key_epoch k where k.epoch = h.epoch)")
                .params(now(), epochs.current())
                .update();
        // a holder that another node made in the last moment of the month
        db.sql("delete from key_epoch where retired_at is null and exists"
                        + " (select 1 from holder_key l where l.epoch = key_epoch.epoch and l.wrapped is not null)")
                .update();
    }

    private List<String> due(Duration grace) {
        return db.sql("select epoch from key_epoch where retired_at is null and emptied_at <= ? order by epoch")
                .param(clock.instant().minus(grace).atOffset(ZoneOffset.UTC))
                .query(String.class)
                .list();
    }

    private boolean retire(String epoch) {
        if (!epochs.destroy(epoch)) {
            return false;
        }
        db.sql("update key_epoch set retired_at = ? where epoch = ? and retired_at is null")
                .params(now(), epoch)
                .update();
        return true;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
