package org.spocgateway.transferlog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a reviewer looks for; an empty text or time matches everything.
 *
 * @param from first moment
 * @param to first moment after
 * @param rule one rule id; the row holds it among its rules
 */
public record FactFilter(
        Optional<Instant> from,
        Optional<Instant> to,
        String direction,
        String transferChannel,
        String organisation,
        String decision,
        String rule,
        String tlsVersion,
        String outcome) {

    /** Everything. */
    public static FactFilter none() {
        return new FactFilter(Optional.empty(), Optional.empty(), "", "", "", "", "", "", "");
    }

    /** The conditions and their values, to stand after {@code where}. */
    Where where() {
        var where = new Where();
        from.ifPresent(time -> where.and("started_at >= ?", LogTables.time(time)));
        to.ifPresent(time -> where.and("started_at < ?", LogTables.time(time)));
        where.equal("direction", direction);
        where.equal("transfer_channel", transferChannel);
        where.equal("organisation", organisation);
        where.equal("decision", decision);
        where.equal("tls_version", tlsVersion);
        where.equal("outcome", outcome);
        if (!rule.isBlank()) {
            where.and("position(? in ',' || rules || ',') > 0", "," + rule.strip() + ",");
        }
        return where;
    }

    /** Conditions joined by {@code and}, with a value for each. */
    static final class Where {
        private final List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        private final List<Object> values = new ArrayList<>();

        private void and(String condition, Object value) {
            conditions.add(condition);
            values.add(value);
        }

        private void equal(String column, String value) {
            if (!value.isBlank()) {
                and(column + " = ?", value.strip());
            }
        }

        String sql() {
            return String.join(" and ", conditions);
        }

        List<Object> values(Object... more) {
            var all = new ArrayList<>(values);
            all.addAll(List.of(more));
            return all;
        }
    }
}
