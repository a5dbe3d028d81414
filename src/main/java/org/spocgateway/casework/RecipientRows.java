package org.spocgateway.casework;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.InboundId;
import org.spocgateway.terms.MailAddress;
import org.spocgateway.terms.RequestId;
import org.spocgateway.terms.RequestReference;
import org.spocgateway.terms.TransferId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of recipients: one transfer and one reference each. */
@Component
class RecipientRows {
    private static final String REFERENCE = "request_recipient.reference";
    private static final String ADDRESS = "request_recipient.address";

    private final JdbcClient db;
    private final SealedText sealed;
    private final MessageTags tags;
    private final SecureRandom random;

    RecipientRows(JdbcClient db, SealedText sealed, MessageTags tags, SecureRandom random) {
        this.db = db;
        this.sealed = sealed;
        this.tags = tags;
        this.random = random;
    }

    /** One more recipient of a request; the transfer gets its id and its own reference here. */
    RecipientRow insert(RequestRow request, int place, Recipient to, Optional<InboundId> forwarded) {
        RecipientRow row = drawn(request, to, forwarded);
        String id = row.transfer().value();
        db.sql("""
                        insert into request_recipient (transfer_id, request_id, case_id, place, reference,
                            reference_index, party, address, address_index, forwarded, message_tag)
                        values (:id, :request, :caseId, :place, :reference, :referenceIndex, :party, :address,
                            :addressIndex, :forwarded, :tag)
                        """)
                .param("id", id)
                .param("request", row.request().value())
                .param("caseId", row.caseId().value())
                .param("place", place)
                .param(
                        "reference",
                        sealed.seal(row.caseId(), REFERENCE, id, row.reference().value()))
                .param("referenceIndex", index(row.reference()))
                .param("party", row.party().orElse(null))
                .param(
                        "address",
                        sealed.seal(row.caseId(), ADDRESS, id, row.address().value()))
                .param(
                        "addressIndex",
                        sealed.index("recipient-address", row.address().value()))
                .param("forwarded", forwarded.map(InboundId::value).orElse(null))
                .param("tag", tags.of(row.transfer()))
                .update();
        return row;
    }

    /** The row that {@link #insert} would make. */
    RecipientRow drawn(RequestRow request, Recipient to, Optional<InboundId> forwarded) {
        return new RecipientRow(
                TransferId.random(random),
                request.id(),
                request.caseId(),
                freeReference(),
                to.party(),
                to.address(),
                forwarded,
                false,
                false);
    }

    Optional<RecipientRow> find(TransferId id) {
        return db.sql("select * from request_recipient where transfer_id = :id")
                .param("id", id.value())
                .query(this::row)
                .optional();
    }

    Optional<RecipientRow> byReference(RequestReference reference) {
        return db.sql("select * from request_recipient where reference_index = :index")
                .param("index", index(reference))
                .query(this::row)
                .optional();
    }

    /** The transfer whose mail carried this tag in its Message-ID. */
    Optional<RecipientRow> byMessageTag(String tag) {
        return db.sql("select * from request_recipient where message_tag = :tag")
                .param("tag", tag)
                .query(this::row)
                .optional();
    }

    List<RecipientRow> of(RequestId id) {
        return db.sql("select * from request_recipient where request_id = :id order by place")
                .param("id", id.value())
                .query(this::row)
                .list();
    }

    void notSent(TransferId id) {
        db.sql("update request_recipient set not_sent = true where transfer_id = :id")
                .param("id", id.value())
                .update();
    }

    void withdrawn(TransferId id, Instant at) {
        db.sql("update request_recipient set not_sent = true, withdrawn_at = :at where transfer_id = :id")
                .param("at", Times.column(at))
                .param("id", id.value())
                .update();
    }

    private RequestReference freeReference() {
        RequestReference reference = RequestReference.random(random);
        while (byReference(reference).isPresent()) {
            reference = RequestReference.random(random);
        }
        return reference;
    }

    private byte[] index(RequestReference reference) {
        return sealed.index("request-reference", reference.value());
    }

    private RecipientRow row(ResultSet row, int number) throws SQLException {
        var caseId = new CaseId(row.getString("case_id"));
        String id = row.getString("transfer_id");
        return new RecipientRow(
                new TransferId(id),
                new RequestId(row.getString("request_id")),
                caseId,
                new RequestReference(sealed.unseal(caseId, REFERENCE, id, row.getBytes("reference"))),
                Optional.ofNullable(row.getString("party")),
                new MailAddress(sealed.unseal(caseId, ADDRESS, id, row.getBytes("address"))),
                Optional.ofNullable(row.getString("forwarded")).map(InboundId::new),
                row.getBoolean("not_sent"),
                Times.maybe(row, "withdrawn_at").isPresent());
    }
}
