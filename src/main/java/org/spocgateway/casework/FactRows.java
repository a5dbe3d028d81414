package org.spocgateway.casework;

import java.util.LinkedHashMap;
import java.util.Map;
import org.spocgateway.terms.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is held about the person referred. */
@Component
class FactRows {
    private static final String FACT = "case_fact.fact";

    private final JdbcClient db;
    private final SealedText sealed;

    FactRows(JdbcClient db, SealedText sealed) {
        this.db = db;
        this.sealed = sealed;
    }

    PersonReferred of(CaseId id) {
        Map<String, String> facts = new LinkedHashMap<>();
        db.sql("select field, fact from case_fact where case_id = :id order by place, field")
                .param("id", id.value())
                .query(row -> {
                    String field = row.getString(1);
                    facts.put(field, sealed.unseal(id, FACT, id.value() + "/" + field, row.getBytes(2)));
                });
        return new PersonReferred(facts);
    }

    /** Replaces facts of the same name. */
    void put(CaseId id, Map<String, String> facts) {
        facts.forEach((field, text) -> {
            db.sql("delete from case_fact where case_id = :id and field = :field")
                    .param("id", id.value())
                    .param("field", field)
                    .update();
            if (!text.isBlank()) {
                insert(id, field, text.strip());
            }
        });
    }

    /** Adds what is not held yet: what an officer wrote down is not overwritten by a later form. */
    void addMissing(CaseId id, Map<String, String> facts) {
        Map<String, String> held = of(id).facts();
        facts.forEach((field, text) -> {
            if (!held.containsKey(field)) {
                insert(id, field, text.strip());
            }
        });
    }

    private void insert(CaseId id, String field, String text) {
        db.sql("insert into case_fact (case_id, field, place, fact) values (:id, :field, :place, :fact)")
                .param("id", id.value())
                .param("field", field)
                .param("place", ReferralForm.place(field))
                .param("fact", sealed.seal(id, FACT, id.value() + "/" + field, text))
                .update();
    }
}
