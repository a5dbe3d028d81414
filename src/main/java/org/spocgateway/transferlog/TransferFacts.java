package org.spocgateway.transferlog;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what reviewers may see; written by the log at the time of each event. */
public class TransferFacts {
    private static final String COLUMNS =
            "ref, started_at, direction, kind, transfer_channel, organisation, peer_domain, rules,"
                    + " decision, tls_version, protection, grade, code, outcome, size_bucket";

    private final JdbcClient jdbc;

    public TransferFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Transfers and inbound messages that match, newest first. */
    public List<TransferFact> transfers(FactFilter filter, long offset, int most) {
        var where = filter.where();
        return jdbc.sql("select " + COLUMNS + " from log_transfer where " + where.sql()
                        + " order by started_at desc, ref offset ? rows fetch next ? rows only")
                .params(where.values(offset, most))
                .query(TransferFacts::fact)
                .list();
    }

    /** How many match. */
    public long count(FactFilter filter) {
        var where = filter.where();
        return jdbc.sql("select count(*) from log_transfer where " + where.sql())
                .params(where.values())
                .query(Long.class)
                .single();
    }

    public Optional<TransferFact> transfer(String ref) {
        return jdbc.sql("select " + COLUMNS + " from log_transfer where ref = ?")
                .param(ref)
                .query(TransferFacts::fact)
                .optional();
    }

    /** Every entry about one transfer or inbound message, in the order of the log. */
    public List<LoggedStep> steps(String ref) {
        return jdbc.sql("select f.shard, f.seq, f.happened_at, f.entry_type, f.actor, e.leaf from log_fact f"
                        + " join log_entry e on e.shard = f.shard and e.seq = f.seq"
                        + " where f.transfer = ? or f.inbound = ? order by f.shard, f.seq")
                .params(ref, ref)
                .query(TransferFacts::step)
                .list();
    }

    /** How often each entry type was written since then; types that were not written are absent. */
    public Map<String, Long> counts(Instant since) {
        var counts = new LinkedHashMap<String, Long>();
        jdbc.sql("select entry_type, count(*) from log_fact where happened_at >= ? group by entry_type order by 1")
                .param(LogTables.time(since))
                .query((row, n) -> counts.put(row.getString(1), row.getLong(2)))
                .list();
        return counts;
    }

    /** The values that stand in a column of the list, for a filter's choices. */
    public List<String> choices(Choice choice) {
        return jdbc.sql("select distinct " + choice.column + " from log_transfer where " + choice.column
                        + " is not null order by 1")
                .query(String.class)
                .list();
    }

    /** Columns whose values are offered for choice. */
    public enum Choice {
        ORGANISATION("organisation"),
        TLS_VERSION("tls_version"),
        OUTCOME("outcome");

        private final String column;

        Choice(String column) {
            this.column = column;
        }
    }

    private static LoggedStep step(ResultSet row, int n) throws SQLException {
        byte[] leaf = row.getBytes("leaf");
        return new LoggedStep(
                row.getString("shard"),
                row.getLong("seq"),
                row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                row.getString("entry_type"),
                row.getString("actor"),
                new String(leaf, StandardCharsets.UTF_8),
                HexFormat.of().formatHex(TreeHash.leaf(leaf)));
    }

    private static TransferFact fact(ResultSet row, int n) throws SQLException {
        return new TransferFact(
                row.getString("ref"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                row.getString("direction"),
                row.getString("kind"),
                row.getString("transfer_channel"),
                row.getString("organisation"),
                row.getString("peer_domain"),
                row.getString("rules"),
                row.getString("decision"),
                row.getString("tls_version"),
                row.getString("protection"),
                row.getString("grade"),
                row.getString("code"),
                row.getString("outcome"),
                row.getObject("size_bucket", Long.class));
    }
}
