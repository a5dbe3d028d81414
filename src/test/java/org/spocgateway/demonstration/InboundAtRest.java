package org.spocgateway.demonstration;

import java.util.List;
import org.spocgateway.intake.Inbound;
import org.spocgateway.intake.Intake;
import org.spocgateway.terms.InboundId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every message that the gateway has finished with, for the telling. */
record InboundAtRest(JdbcClient db, Intake intake) {
    List<Inbound> all() {
        return db
                .sql(
                        "select id from inbound where state in ('filed', 'waiting', 'quarantined', 'set-aside') order by received_at, id")
                .query(String.class)
                .list()
                .stream()
                .map(id -> intake.find(new InboundId(id)).orElseThrow())
                .toList();
    }
}
