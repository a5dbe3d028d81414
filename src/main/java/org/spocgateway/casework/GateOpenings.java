package org.spocgateway.casework;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.spocgateway.intake.Inbound;
import org.spocgateway.terms.Actor;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.Fingerprint;
import org.spocgateway.terms.InboundId;
import org.spocgateway.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every opening of every gate, so that any transfer can be traced to what allowed it (R2). */
@Component
public class GateOpenings {
    private static final String FINGERPRINT = "gate_opening.fingerprint";

    private final JdbcClient db;
    private final Vault vault;
    private final SealedText sealed;
    private final SecureRandom random;
    private final Clock clock;

    /** Over this database. */
    public GateOpenings(JdbcClient db, Vault vault, SecureRandom random, Clock clock) {
        this.db = db;
        this.vault = vault;
        this.sealed = new SealedText(vault);
        this.random = random;
        this.clock = clock;
    }

    /** One opening. */
    public Optional<GateOpening> find(String id) {
        return db.sql("select * from gate_opening where id = ?")
                .param(id)
                .query(this::row)
                .optional();
    }

    /** The newest opening of a case's gate; empty when it was never opened. */
    public Optional<GateOpening> newest(CaseId id) {
        return db
                .sql("select * from gate_opening where case_id = ? order by seq desc")
                .param(id.value())
                .query(this::row)
                .list()
                .stream()
                .findFirst();
    }

    /** Writes down what opens the gate, in the running transaction; {@code before} is its row until now. */
    void note(GateRow before, Optional<Inbound> message, boolean spoken, Actor by) {
        Optional<String> noted =
                before.proposal().flatMap(Proposal::noted).or(() -> spoken ? Optional.of(by.ref()) : Optional.empty());
        String id = RowId.random(random);
        db.sql("""
                        insert into gate_opening (id, case_id, opened_at, way, inbound_id, fingerprint, kind, grade, noted_by,
                            confirmed_by)
                        values (:id, :caseId, :now, :way, :message, :fingerprint, :kind, :grade, :noted, :confirmed)
                        """)
                .param("id", id)
                .param("caseId", before.caseId().value())
                .param("now", Times.column(clock.instant()))
                .param(
                        "way",
                        spoken ? "spoken" : before.proposal().map(Proposal::way).orElse("referral"))
                .param("message", message.map(each -> each.id().value()).orElse(null))
                .param(
                        "fingerprint",
                        message.map(each -> fingerprint(before.caseId(), id, each))
                                .orElse(null))
                .param(
                        "kind",
                        message.flatMap(Inbound::classified)
                                .map(each -> each.kind().id())
                                .orElse(null))
                .param(
                        "grade",
                        message.flatMap(Inbound::classified)
                                .map(each -> each.grade().name())
                                .orElse(null))
                .param("noted", noted.orElse(null))
                .param("confirmed", by.ref())
                .update();
    }

    /** The fingerprint of a short form can be guessed, so it is sealed like a text about the person (domain 6.3). */
    private byte[] fingerprint(CaseId caseId, String row, Inbound message) {
        return sealed.seal(
                caseId,
                FINGERPRINT,
                row,
                Fingerprint.of(vault.read(message.raw())).hex());
    }

    private GateOpening row(ResultSet row, int number) throws SQLException {
        String id = row.getString("id");
        byte @Nullable [] fingerprint = row.getBytes("fingerprint");
        var caseId = new CaseId(row.getString("case_id"));
        return new GateOpening(
                id,
                Times.at(row, "opened_at"),
                row.getString("way"),
                Optional.ofNullable(row.getString("inbound_id")).map(InboundId::new),
                fingerprint == null
                        ? Optional.empty()
                        : Optional.of(new Fingerprint(sealed.unseal(caseId, FINGERPRINT, id, fingerprint))),
                Optional.ofNullable(row.getString("kind")),
                Optional.ofNullable(row.getString("grade")),
                Optional.ofNullable(row.getString("noted_by")),
                row.getString("confirmed_by"));
    }
}
