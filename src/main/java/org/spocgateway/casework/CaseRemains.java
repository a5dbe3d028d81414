package org.spocgateway.casework;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.spocgateway.terms.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every row about a case outside the intake and the outbox: counted for the certificate, and deleted. */
@Component
class CaseRemains {
    /** Children before parents; the standing and the reviews stay: reference, date and owner only. */
    private static final List<String> TABLES = List.of(
            "case_answer",
            "chase_call",
            "call_note",
            "request_recipient",
            "case_request",
            "case_fact",
            "case_police_reference",
            "case_message",
            "case_alarm",
            "case_event",
            "panel_case",
            "case_retention",
            "case_gate");

    private final JdbcClient db;

    CaseRemains(JdbcClient db) {
        this.db = db;
    }

    /** How many rows of each went. */
    Map<String, Integer> delete(CaseId id) {
        db.sql(
                        "delete from reminder where transfer_id in (select transfer_id from request_recipient where case_id = ?)")
                .param(id.value())
                .update();
        var counts = new LinkedHashMap<String, Integer>();
        for (String table : TABLES) {
            counts.put(
                    table.replace('_', '-'),
                    db.sql("delete from " + table + " where case_id = ?")
                            .param(id.value())
                            .update());
        }
        db.sql("delete from case_file where id = ?").param(id.value()).update();
        db.sql("update gate_opening set fingerprint = null where case_id = ?")
                .param(id.value())
                .update();
        db.sql("update case_standing set duplicate_of = null where duplicate_of = ? or case_id = ?")
                .params(id.value(), id.value())
                .update();
        return counts;
    }
}
