package org.spocgateway.casework;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.spocgateway.portal.AnswerGiven;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.InboundId;
import org.spocgateway.terms.TransferId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of answers. */
@Component
class AnswerRows {
    private static final String CONTENT = "case_answer.content";

    private final JdbcClient db;
    private final SealedText sealed;
    private final SecureRandom random;

    AnswerRows(JdbcClient db, SealedText sealed, SecureRandom random) {
        this.db = db;
        this.sealed = sealed;
        this.random = random;
    }

    void insert(CaseId caseId, AnswerView answer) {
        String id = RowId.random(random);
        db.sql("""
                        insert into case_answer (id, transfer_id, case_id, party, given_at, content, receipt,
                            inbound_id)
                        values (:id, :transfer, :caseId, :party, :at, :content, :receipt, :mail)
                        """)
                .param("id", id)
                .param("transfer", answer.transfer().value())
                .param("caseId", caseId.value())
                .param("party", answer.party().orElse(null))
                .param("at", Times.column(answer.at()))
                .param("content", sealed.seal(caseId, CONTENT, id, content(answer)))
                .param("receipt", answer.receipt().orElse(null))
                .param("mail", answer.mail().map(InboundId::value).orElse(null))
                .update();
    }

    List<AnswerView> of(CaseId id) {
        return db.sql("select * from case_answer where case_id = :id order by given_at, id")
                .param("id", id.value())
                .query(this::row)
                .list();
    }

    List<AnswerView> of(TransferId id) {
        return db.sql("select * from case_answer where transfer_id = :id order by given_at, id")
                .param("id", id.value())
                .query(this::row)
                .list();
    }

    /** Writes what an officer read in the answer: whether a plan exists. */
    void plan(TransferId id, boolean exists) {
        db.sql("select * from case_answer where transfer_id = :id")
                .param("id", id.value())
                .query((row, n) -> new Stored(row.getString("id"), new CaseId(row.getString("case_id")), row(row, n)))
                .list()
                .forEach(stored -> db.sql("update case_answer set content = :content where id = :id")
                        .param("content", stored.resealed(sealed, exists))
                        .param("id", stored.id())
                        .update());
    }

    private record Stored(String id, CaseId caseId, AnswerView answer) {
        byte[] resealed(SealedText sealed, boolean planExists) {
            return sealed.seal(caseId, CONTENT, id, content(answer.withPlan(planExists)));
        }
    }

    private static String content(AnswerView answer) {
        return Written.text(List.of(
                answer.answer().map(Enum::name).orElse(""),
                String.valueOf(answer.planExists()),
                answer.text(),
                answer.givenBy()));
    }

    private AnswerView row(ResultSet row, int number) throws SQLException {
        var caseId = new CaseId(row.getString("case_id"));
        List<String> content =
                Written.list(sealed.unseal(caseId, CONTENT, row.getString("id"), row.getBytes("content")));
        return new AnswerView(
                new TransferId(row.getString("transfer_id")),
                Optional.ofNullable(row.getString("party")),
                Times.at(row, "given_at"),
                Optional.of(content.get(0)).filter(each -> !each.isEmpty()).map(AnswerGiven.Answer::valueOf),
                Boolean.parseBoolean(content.get(1)),
                content.get(2),
                content.get(3),
                Optional.ofNullable(row.getString("receipt")),
                Optional.ofNullable(row.getString("inbound_id")).map(InboundId::new));
    }
}
