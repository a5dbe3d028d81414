package org.spocgateway.intake;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.component.mail.MailEndpoint;
import org.apache.camel.spi.PollingConsumerPollStrategy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When each mailbox was last looked at; police do not confirm that they wrote, so silence must be seen to be silence. */
@Component("mailboxLooks")
public class MailboxLooks implements PollingConsumerPollStrategy {
    private static final Logger LOG = LoggerFactory.getLogger(MailboxLooks.class);

    private final JdbcClient db;
    private final MailAccounts accounts;
    private final Clock clock;

    MailboxLooks(JdbcClient db, MailAccounts accounts, Clock clock) {
        this.db = db;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * The last look at one mailbox.
     *
     * @param lookedAt when it was last read without a fault; empty if never
     * @param missed polls in a row that failed; three make the line red
     * @param stillThere messages that the last poll saw and left, while nothing may be accepted
     */
    public record Look(String account, Optional<Instant> lookedAt, int missed, int stillThere) {
        /** Whether somebody must be told. */
        public boolean isLate() {
            return missed >= 3;
        }
    }

    /** Every mailbox by name. */
    public List<Look> all() {
        return db.sql("select account, looked_at, missed, still_there from mailbox_look order by account")
                .query((row, number) -> new Look(
                        row.getString(1),
                        Optional.ofNullable(row.getTimestamp(2)).map(Timestamp::toInstant),
                        row.getInt(3),
                        row.getInt(4)))
                .list();
    }

    @Override
    public boolean begin(Consumer consumer, Endpoint endpoint) {
        return true;
    }

    @Override
    public void commit(Consumer consumer, Endpoint endpoint, int polledMessages) {
        note("looked_at = ?, tried_at = ?, missed = 0, still_there = " + Math.max(0, polledMessages), endpoint, true);
    }

    @Override
    public boolean rollback(Consumer consumer, Endpoint endpoint, int retryCounter, Exception cause) {
        LOG.warn(
                "mailbox {} could not be read ({}); mail waits there, the next poll tries again",
                account(endpoint),
                cause.getClass().getSimpleName());
        note("tried_at = ?, missed = missed + 1", endpoint, false);
        return false;
    }

    private void note(String change, Endpoint endpoint, boolean looked) {
        Timestamp now = Timestamp.from(clock.instant());
        String account = account(endpoint);
        var update = db.sql("update mailbox_look set " + change + " where account = ?");
        int rows = (looked ? update.params(now, now, account) : update.params(now, account)).update();
        if (rows == 0) {
            db.sql("insert into mailbox_look (account, looked_at, tried_at, missed) values (?, ?, ?, ?)")
                    .param(account)
                    .param(looked ? now : null)
                    .param(now)
                    .param(looked ? 0 : 1)
                    .update();
        }
    }

    private String account(Endpoint endpoint) {
        var configuration = ((MailEndpoint) endpoint).getConfiguration();
        return accounts.nameOf(configuration.getHost(), configuration.getUsername());
    }
}
