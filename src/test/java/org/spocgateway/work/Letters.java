package org.spocgateway.work;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spocgateway.Databases.Database;

/** A durable table for these tests: written, then read, then filed. */
final class Letters implements DurableTable {
    private static final Map<String, String> PAGES = Map.of("written", "open", "opened", "file");

    final Database database;

    Letters(Database database) {
        this.database = database;
    }

    static Letters on(Database database) {
        database.db()
                .sql("create table letter (id varchar(20) primary key, state varchar(20), attempt integer default 0,"
                        + " not_before timestamp with time zone)")
                .update();
        database.db()
                .sql("create table step_log (id varchar(20), state varchar(20))")
                .update();
        return new Letters(database);
    }

    void write(String id) {
        database.db()
                .sql("insert into letter (id, state) values (?, 'written')")
                .param(id)
                .update();
    }

    /** It is not worked on before this time. */
    void putOff(String id, Instant until) {
        database.db()
                .sql("update letter set not_before = ?, attempt = 0 where id = ?")
                .params(until.atOffset(ZoneOffset.UTC), id)
                .update();
    }

    /** What a page does when all is well. */
    void settle(String id, String expected, String next) {
        database.tx().executeWithoutResult(status -> {
            int rows = database.db()
                    .sql("update letter set state = ?, attempt = 0 where id = ? and state = ?")
                    .params(next, id, expected)
                    .update();
            if (rows > 0) {
                database.db()
                        .sql("insert into step_log values (?, ?)")
                        .params(id, next)
                        .update();
            }
        });
    }

    /** Both pages in good weather. */
    void page(String route, String id) {
        if (route.equals("open")) {
            settle(id, "written", "opened");
        } else {
            settle(id, "opened", "filed");
        }
    }

    String state(String id) {
        return database.db()
                .sql("select state from letter where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    int attempt(String id) {
        return database.db()
                .sql("select attempt from letter where id = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }

    long count(String state) {
        return database.db()
                .sql("select count(*) from letter where state = ?")
                .param(state)
                .query(Long.class)
                .single();
    }

    long steps() {
        return database.db()
                .sql("select count(*) from step_log")
                .query(Long.class)
                .single();
    }

    long tasks() {
        return database.db()
                .sql("select count(*) from scheduled_tasks")
                .query(Long.class)
                .single();
    }

    @Override
    public String task() {
        return "letter";
    }

    @Override
    public Optional<Page> next(String id) {
        String state = state(id);
        return notBefore(id).filter(Instant.now()::isBefore).isPresent()
                ? Optional.empty()
                : Optional.ofNullable(PAGES.get(state)).map(route -> new Page(state, route));
    }

    @Override
    public Optional<Instant> notBefore(String id) {
        return database.db()
                .sql("select not_before from letter where id = ? and not_before is not null")
                .param(id)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    @Override
    public boolean beginAttempt(String id) {
        int rows = database.db()
                .sql("update letter set attempt = attempt + 1 where id = ? and attempt < 2")
                .param(id)
                .update();
        if (rows == 0) {
            database.db()
                    .sql("update letter set state = 'aside' where id = ?")
                    .param(id)
                    .update();
        }
        return rows > 0;
    }

    @Override
    public void setAside(String id, Throwable why) {
        database.db()
                .sql("update letter set state = 'aside' where id = ?")
                .param(id)
                .update();
    }

    @Override
    public void postpone(String id, WorldAway why) {
        database.db()
                .sql("update letter set attempt = attempt - 1 where id = ?")
                .param(id)
                .update();
    }

    @Override
    public List<String> unfinished() {
        return database.db()
                .sql("select id from letter where state in ('written', 'opened')")
                .query(String.class)
                .list();
    }
}
