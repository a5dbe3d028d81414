package org.spocgateway.casework;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Moments that the gateway itself must remember over a restart; nothing about a case. */
@Component
public class HouseMoments {
    private final JdbcClient db;

    HouseMoments(JdbcClient db) {
        this.db = db;
    }

    /** The moment of this name, if there is one. */
    public Optional<Instant> at(String name) {
        return db.sql("select at from house_moment where name = :name")
                .param("name", name)
                .query((row, n) -> Times.at(row, "at"))
                .optional();
    }

    /** The moment of this name; the first time it is asked for it is this one. */
    public Instant since(String name, Instant now) {
        db.sql("insert into house_moment (name, at) values (:name, :now) on conflict do nothing")
                .param("name", name)
                .param("now", Times.column(now))
                .update();
        return at(name).orElseThrow();
    }

    /**
     * Moves it on from the moment it was thought to be.
     *
     * @return false when somebody else was here
     */
    public boolean move(String name, Instant from, Instant to) {
        return db.sql("update house_moment set at = :to where name = :name and at = :from")
                        .param("to", Times.column(to))
                        .param("name", name)
                        .param("from", Times.column(from))
                        .update()
                == 1;
    }
}
