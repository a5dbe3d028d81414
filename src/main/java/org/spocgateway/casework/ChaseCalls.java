package org.spocgateway.casework;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.spocgateway.terms.Actor;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.TransferId;
import org.spocgateway.transferlog.Direction;
import org.spocgateway.transferlog.Entry;
import org.spocgateway.transferlog.EntryType;
import org.spocgateway.transferlog.Field;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Calls with partners who are late (R15): what was said is sealed under the case. */
@Component
public class ChaseCalls {
    private static final String CALL = "chase_call.call";

    private final JdbcClient db;
    private final SealedText sealed;
    private final RecipientRows recipients;
    private final Timeline timeline;
    private final Settlements settlements;
    private final SecureRandom random;
    private final Clock clock;

    ChaseCalls(
            JdbcClient db,
            SealedText sealed,
            RecipientRows recipients,
            Timeline timeline,
            Settlements settlements,
            SecureRandom random,
            Clock clock) {
        this.db = db;
        this.sealed = sealed;
        this.recipients = recipients;
        this.timeline = timeline;
        this.settlements = settlements;
        this.random = random;
        this.clock = clock;
    }

    /**
     * Notes a call.
     *
     * @return false for a transfer that is none of ours
     */
    public boolean note(TransferId transfer, String spokeWith, String outcome, Actor officer) {
        return recipients
                .find(transfer)
                .map(to -> settlements.settle(settlement -> {
                    insert(to.caseId(), transfer, new ChaseCall(clock.instant(), spokeWith, outcome, officer));
                    timeline.add(to.caseId(), "partner-called", officer, transfer);
                    settlement.log(Entry.of(EntryType.CALL_NOTED, Direction.INTERNAL)
                            .transfer(transfer)
                            .aboutCase(to.caseId())
                            .by(officer)
                            .with(Field.PURPOSE, "chase"));
                    return true;
                }))
                .orElse(false);
    }

    private void insert(CaseId caseId, TransferId transfer, ChaseCall call) {
        String id = RowId.random(random);
        db.sql("""
                        insert into chase_call (id, transfer_id, case_id, called_at, by_role, by_ref, call)
                        values (:id, :transfer, :caseId, :at, :role, :ref, :call)
                        """)
                .param("id", id)
                .param("transfer", transfer.value())
                .param("caseId", caseId.value())
                .param("at", Times.column(call.at()))
                .param("role", call.by().role().name())
                .param("ref", call.by().ref())
                .param("call", sealed.seal(caseId, CALL, id, Written.text(List.of(call.spokeWith(), call.outcome()))))
                .update();
    }

    /** The calls about a transfer, oldest first. */
    public List<ChaseCall> of(TransferId transfer) {
        return db.sql("select * from chase_call where transfer_id = :id order by called_at, id")
                .param("id", transfer.value())
                .query((row, n) -> {
                    List<String> call = Written.list(sealed.unseal(
                            new CaseId(row.getString("case_id")), CALL, row.getString("id"), row.getBytes("call")));
                    return new ChaseCall(
                            Times.at(row, "called_at"), call.get(0), call.get(1), Timeline.actor(row, "by"));
                })
                .list();
    }
}
