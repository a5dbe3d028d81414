package org.spocgateway.dispatch;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.spocgateway.casework.ReceiptFiled;
import org.spocgateway.terms.InboundId;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of filed messages that may be receipts, until they were looked at. */
@Component
class ReceiptRows {
    private static final int LOOKS = 2;

    private final JdbcClient db;
    private final Clock clock;

    ReceiptRows(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    @EventListener
    void filed(ReceiptFiled event) {
        db.sql("insert into transfer_receipt (inbound_id) values (?) on conflict do nothing")
                .param(event.message().value())
                .update();
    }

    List<InboundId> waiting() {
        return db
                .sql("select inbound_id from transfer_receipt where looked_at is null and tries < ?")
                .param(LOOKS)
                .query(String.class)
                .list()
                .stream()
                .map(InboundId::new)
                .toList();
    }

    /** Committed before the look, so that one message cannot fail for ever. */
    void count(InboundId id) {
        db.sql("update transfer_receipt set tries = tries + 1 where inbound_id = ?")
                .param(id.value())
                .update();
    }

    void lookedAt(InboundId id) {
        db.sql("update transfer_receipt set looked_at = ? where inbound_id = ?")
                .param(Timestamp.from(clock.instant()))
                .param(id.value())
                .update();
    }
}
