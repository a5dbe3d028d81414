package org.spocgateway.transferlog;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.spocgateway.terms.Actor;
import org.spocgateway.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes the reviewers' tables at the time of the event: organisation, domain, rule, TLS and outcome; no person and no case. */
final class Facts {
    /** Events in the life of a message or transfer after which its outcome is as it was. */
    private static final Set<EntryType> NO_OUTCOME = EnumSet.of(
            EntryType.INTAKE_MOVED,
            EntryType.OUT_RECEIPT,
            EntryType.PORTAL_LINK_CHECKED,
            EntryType.PORTAL_CODE_READ_OUT,
            EntryType.PORTAL_AUTH_OK,
            EntryType.PORTAL_AUTH_FAIL);

    private final JdbcClient jdbc;
    private final Vault vault;
    private final TransferLogSettings settings;

    Facts(JdbcClient jdbc, Vault vault, TransferLogSettings settings) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.settings = settings;
    }

    void write(String shard, long seq, Instant at, Entry entry) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("shard", shard);
        row.put("seq", seq);
        row.put("happened_at", LogTables.time(at));
        row.put("entry_type", entry.type().word());
        row.put("transfer", entry.transfer().map(Object::toString).orElse(null));
        row.put("inbound", entry.inbound().map(Object::toString).orElse(null));
        row.put("actor", actor(entry.actor()));
        row.put("direction", direction(entry));
        row.putAll(facts(entry));
        insert("log_fact", row);
        subject(entry).ifPresent(subject -> carry(subject, at, entry));
    }

    /** Brings the row of the message or transfer up to date: what this event says, over what was known. */
    private void carry(Subject subject, Instant at, Entry entry) {
        var known = facts(entry);
        known.values().removeIf(Objects::isNull);
        String changes = known.keySet().stream().map(name -> name + " = ?").collect(Collectors.joining(", "));
        if (known.isEmpty() ? exists(subject.ref()) : update(subject.ref(), known, changes) == 1) {
            return;
        }
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("ref", subject.ref());
        row.put("started_at", LogTables.time(at));
        row.put("direction", subject.direction());
        row.putAll(known);
        insert("log_transfer", row);
    }

    private int update(String ref, Map<String, @Nullable Object> known, String changes) {
        return jdbc.sql("update log_transfer set " + changes + " where ref = ?")
                .params(Stream.concat(known.values().stream(), Stream.of(ref)).toList())
                .update();
    }

    private boolean exists(String ref) {
        return jdbc.sql("select count(*) from log_transfer where ref = ?")
                        .param(ref)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private void insert(String table, Map<String, @Nullable Object> row) {
        String marks = row.keySet().stream().map(name -> "?").collect(Collectors.joining(", "));
        jdbc.sql("insert into " + table + " (" + String.join(", ", row.keySet()) + ") values (" + marks + ")")
                .params(new ArrayList<>(row.values()))
                .update();
    }

    private Map<String, @Nullable Object> facts(Entry entry) {
        var facts = new LinkedHashMap<String, @Nullable Object>();
        facts.put("kind", text(entry, Field.KIND));
        facts.put("transfer_channel", text(entry, Field.TRANSFER_CHANNEL));
        facts.put("organisation", entry.organisation().map(this::organisation).orElse(null));
        facts.put(
                "peer_domain",
                entry.recipient().or(entry::sender).flatMap(settings::domain).orElse(null));
        facts.put("rules", rules(entry));
        facts.put("decision", decision(entry));
        facts.put("tls_version", text(entry, Field.TLS_VERSION));
        facts.put("protection", protection(entry));
        facts.put("grade", text(entry, Field.GRADE));
        facts.put("code", text(entry, Field.CODE));
        facts.put("outcome", outcome(entry));
        facts.put("size_bucket", entry.fields().get(Field.SIZE_BUCKET));
        return facts;
    }

    /** {@code p-4821} for a partner whose name tells a condition: always the same number, and nobody can work it out without the vault. */
    private String organisation(String directoryId) {
        if (settings.discretion().ourOwn().contains(directoryId)) {
            return "council";
        }
        if (!settings.discretion().withheld().contains(directoryId)) {
            return directoryId;
        }
        int number = ByteBuffer.wrap(vault.index("transfer-log/external-partner", directoryId))
                .getInt();
        return "p-" + (1000 + Math.floorMod(number, 9000));
    }

    private static @Nullable String text(Entry entry, Field field) {
        return entry.text(field).orElse(null);
    }

    private static @Nullable String rules(Entry entry) {
        String rules = Stream.of(Field.RULE, Field.RULES)
                .flatMap(field -> entry.text(field).stream())
                .collect(Collectors.joining(","));
        return rules.isEmpty() ? null : rules;
    }

    private static @Nullable String decision(Entry entry) {
        return entry.type().name().startsWith("DECISION_") ? suffix(entry.type()) : null;
    }

    /** S/MIME in words: how or whether it is sealed, what its signature is worth. */
    private static @Nullable String protection(Entry entry) {
        Optional<String> sealed = entry.text(Field.ENCRYPTION)
                .or(() -> entry.text(Field.SEALED).map(flag -> flag.equals("true") ? "sealed" : "not sealed"));
        String words = Stream.of(sealed, entry.text(Field.SIGNATURE).map(word -> "signature " + word))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? null : words;
    }

    private static @Nullable String outcome(Entry entry) {
        String group = entry.type().word().substring(0, entry.type().word().indexOf('.'));
        boolean tells = Set.of("intake", "decision", "out", "portal").contains(group);
        return tells && !NO_OUTCOME.contains(entry.type()) ? suffix(entry.type()) : null;
    }

    private static String suffix(EntryType type) {
        return type.word().substring(type.word().indexOf('.') + 1);
    }

    private static String direction(Entry entry) {
        return entry.direction().name().toLowerCase(Locale.ROOT);
    }

    /** The message or transfer whose life an entry is part of: a message comes in, a transfer goes out. */
    private record Subject(String ref, String direction) {}

    /** An intake event belongs to the message even where it names the transfer it answers. */
    private static Optional<Subject> subject(Entry entry) {
        Optional<Subject> inbound = entry.inbound().map(id -> new Subject(id.value(), "in"));
        Optional<Subject> transfer = entry.transfer().map(id -> new Subject(id.value(), "out"));
        return entry.type().name().startsWith("INTAKE_") ? inbound.or(() -> transfer) : transfer.or(() -> inbound);
    }

    /** A partner's id can tell a condition; the organisation has its own column, which the pages guard. */
    private static String actor(Actor actor) {
        if (actor.role() == Actor.Role.PARTNER) {
            return "partner";
        }
        return actor.role().name().toLowerCase(Locale.ROOT) + ":" + actor.ref();
    }
}
