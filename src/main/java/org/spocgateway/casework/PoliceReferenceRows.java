package org.spocgateway.casework;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.spocgateway.terms.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What police call a case. */
@Component
class PoliceReferenceRows {
    private static final String REFERENCE = "case_police_reference.reference";

    private final JdbcClient db;
    private final SealedText sealed;
    private final Clock clock;

    PoliceReferenceRows(JdbcClient db, SealedText sealed, Clock clock) {
        this.db = db;
        this.sealed = sealed;
        this.clock = clock;
    }

    /** Locks the references until the running transaction ends, in one order, so that two messages cannot open two cases for one. */
    void claim(Collection<String> references) {
        List<byte[]> indexes = references.stream()
                .map(this::index)
                .distinct()
                .sorted(java.util.Arrays::compare)
                .toList();
        for (byte[] index : indexes) {
            db.sql("insert into police_reference_claim (reference_index) values (:index) on conflict do nothing")
                    .param("index", index)
                    .update();
            db.sql("select reference_index from police_reference_claim where reference_index = :index for update")
                    .param("index", index)
                    .query((row, n) -> row.getBytes(1))
                    .list();
        }
    }

    List<CaseId> cases(String reference) {
        return db.sql("select case_id from case_police_reference where reference_index = :index")
                .param("index", index(reference))
                .query((row, n) -> new CaseId(row.getString(1)))
                .list();
    }

    void add(CaseId id, Collection<String> references) {
        for (String reference : references) {
            if (!cases(reference).contains(id)) {
                insert(id, reference);
            }
        }
    }

    List<String> of(CaseId id) {
        return db.sql("""
                        select reference, reference_index from case_police_reference
                        where case_id = :id order by noted_at, reference_index
                        """)
                .param("id", id.value())
                .query((row, n) -> sealed.unseal(id, REFERENCE, id.value(), row.getBytes(1)))
                .list();
    }

    private void insert(CaseId id, String reference) {
        db.sql("""
                        insert into case_police_reference (case_id, reference_index, reference, noted_at)
                        values (:id, :index, :reference, :now)
                        """)
                .param("id", id.value())
                .param("index", index(reference))
                .param("reference", sealed.seal(id, REFERENCE, id.value(), reference))
                .param("now", Times.column(clock.instant()))
                .update();
    }

    private byte[] index(String reference) {
        return sealed.index("police-reference", reference);
    }
}
