package org.spocgateway.intake;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.spocgateway.envelope.Document;
import org.spocgateway.terms.InboundId;
import org.spocgateway.vault.BlobId;
import org.spocgateway.vault.Holder;
import org.spocgateway.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code inbound_document}: files that officers opened with a password. */
@Component
class DocumentRows {
    private static final String FACTS = "inbound_document.facts";

    private final JdbcClient db;
    private final Vault vault;
    private final SecureRandom random;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    DocumentRows(JdbcClient db, Vault vault, SecureRandom random, Clock clock) {
        this.db = db;
        this.vault = vault;
        this.random = random;
        this.clock = clock;
    }

    /** What is sealed of a document. */
    record Facts(String place, String fileName, String type) {
        @Override
        public String toString() {
            return "Facts[redacted]";
        }
    }

    private record Row(String id, BlobId blob, byte[] facts, boolean weak, Timestamp openedAt, String openedBy) {}

    /** Stores the bytes, in transactions of their own; {@link #insert} makes them part of the message. */
    BlobId store(Holder holder, Document document) {
        return vault.put(holder, document.content());
    }

    /** @return its id; empty text if a document has this number already: somebody else was here */
    String insert(InboundRow message, int number, Document document, BlobId blob, String officer) {
        String id = InboundId.random(random).value();
        var facts = new Facts(document.place(), document.fileName(), document.type());
        int inserted = db.sql(
                        "insert into inbound_document (id, inbound_id, number, blob, facts, weak, opened_at, opened_by)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing")
                .param(id)
                .param(message.id().value())
                .param(number)
                .param(blob.value())
                .param(vault.seal(message.holder(), FACTS, id, json.writeValueAsString(facts)))
                .param(document.weak())
                .param(Timestamp.from(clock.instant()))
                .param(officer)
                .update();
        if (inserted == 0) {
            return "";
        }
        vault.keep(blob);
        return id;
    }

    int count(InboundId message) {
        return db.sql("select count(*) from inbound_document where inbound_id = ?")
                .param(message.value())
                .query(Integer.class)
                .single();
    }

    /** The documents of a message with their content, in the order in which they were opened. */
    List<Document> documents(InboundRow message) {
        return rows(message.id()).stream()
                .map(row -> {
                    Facts facts = facts(message.holder(), row);
                    return new Document(
                            facts.place(), facts.fileName(), facts.type(), row.weak(), vault.read(row.blob()));
                })
                .toList();
    }

    List<OpenedFile> files(InboundRow message) {
        return rows(message.id()).stream()
                .map(row -> {
                    Facts facts = facts(message.holder(), row);
                    return new OpenedFile(
                            row.id(),
                            facts.fileName(),
                            facts.type(),
                            row.openedAt().toInstant(),
                            row.openedBy());
                })
                .toList();
    }

    /** What is known of a message's documents for another holder, in the running transaction. */
    void refile(InboundRow message, Holder to) {
        for (Row row : rows(message.id())) {
            byte[] facts = vault.seal(to, FACTS, row.id(), json.writeValueAsString(facts(message.holder(), row)));
            db.sql("update inbound_document set facts = ? where id = ?")
                    .params(facts, row.id())
                    .update();
        }
    }

    private Facts facts(Holder holder, Row row) {
        return json.readValue(vault.unseal(holder, FACTS, row.id(), row.facts()), Facts.class);
    }

    private List<Row> rows(InboundId message) {
        return db.sql("select * from inbound_document where inbound_id = ? order by number")
                .param(message.value())
                .query(DocumentRows::row)
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getString("id"),
                new BlobId(row.getString("blob")),
                row.getBytes("facts"),
                row.getBoolean("weak"),
                row.getTimestamp("opened_at"),
                row.getString("opened_by"));
    }
}
