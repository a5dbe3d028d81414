package org.spocgateway.transferlog;

import java.io.IOException;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.spocgateway.transferlog.LastStatements.Waiting;
import org.spocgateway.transferlog.LogTables.Head;
import org.spocgateway.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The append-only Merkle log of transfers (RFC 6962 hashing, C2SP checkpoints). */
public class TransferLog {
    private static final String FENCED = "the transfer log is fenced: the database is behind state/checkpoint";

    private final LogTables tables;
    private final Shards shards;
    private final Appender appender;
    private final Commitments commitments;
    private final CheckpointWriter writer;
    private final Fence fence;
    private final TransactionTemplate transactions;
    private final Duration patience;
    private final ReentrantLock signing = new ReentrantLock();
    private final Condition signedAnew = signing.newCondition();

    private volatile boolean wanted;

    private volatile Optional<Boolean> mayAct = Optional.empty();
    private volatile Optional<Checkpoint> newest = Optional.empty();

    /**
     * Opens the log; its signing key is made when neither key nor log is there.
     *
     * @param barrier returns once everything committed is on the disk; taken before a checkpoint is signed
     */
    public TransferLog(
            DataSource database,
            TransactionTemplate transactions,
            Vault vault,
            Clock clock,
            SecureRandom random,
            TransferLogSettings settings,
            Runnable barrier) {
        var jdbc = JdbcClient.create(database);
        tables = new LogTables(jdbc);
        LogKey key =
                new LogKeyFile(settings.state()).open(random, !tables.shards().isEmpty());
        var checkpointFile = new DurableFile(settings.state().resolve("checkpoint"));
        commitments = new Commitments(jdbc, vault, clock, random);
        appender = new Appender(
                tables,
                new Leaves(settings, vault, clock, random),
                commitments,
                new Facts(jdbc, vault, settings),
                vault);
        shards = new Shards(tables, appender, key, settings, clock);
        fence = new Fence(tables, key, checkpointFile);
        writer = new CheckpointWriter(tables, key, checkpointFile, settings.state(), clock, barrier);
        this.transactions = transactions;
        patience = settings.patience();
    }

    /**
     * Appends an entry as the last thing that the running transaction does, however much it does after this call; entries keep the order
     * of the calls. The receipt tells its place once the transaction has ended.
     *
     * @throws IllegalStateException if no transaction is running, or the log is fenced
     */
    public Receipt append(Entry entry) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("an entry is appended in the transaction of the step it tells of");
        }
        if (entry.type() != EntryType.SYS_FENCED && !mayAct.orElseGet(this::mayAct)) {
            throw new IllegalStateException(FENCED);
        }
        return LastStatements.of(this, this::write).add(appender.prepare(entry));
    }

    private void write(List<Waiting> entries) {
        Head head = shards.lockCurrent();
        for (Waiting each : entries) {
            head = appender.append(refuseIfBehind(head, each.prepared().entry()), each.prepared());
            each.receipt().at(head.shard(), head.tree().size() - 1);
        }
    }

    /**
     * Returns once a signed checkpoint covers the entry and stands in {@code state/checkpoint}, forced to the disk. Called after the
     * entry was committed, never inside a transaction. Callers that come at once share one checkpoint.
     *
     * @throws IllegalStateException if page 80 does not sign in time: then nothing may leave
     */
    public Checkpoint covering(Receipt receipt) {
        receipt.seq(); // throws unless the entry was committed
        Optional<Checkpoint> written = newest.filter(last -> covers(last, receipt));
        if (written.isPresent()) {
            return written.get();
        }
        return patience.isZero() ? signUnless(receipt) : waitFor(receipt);
    }

    /** Whether somebody waits for a checkpoint. */
    boolean isWanted() {
        return wanted;
    }

    /** Signs the newest size; the same as the last one when nothing was appended. */
    public Checkpoint sign() {
        signing.lock();
        try {
            if (TransactionSynchronizationManager.isActualTransactionActive()) {
                throw new IllegalStateException("a checkpoint is signed outside of any transaction");
            }
            if (!mayAct()) {
                throw new IllegalStateException("nothing is signed while the transfer log is fenced");
            }
            wanted = false;
            Head head = transactions.execute(status -> shards.lockCurrent());
            Checkpoint checkpoint = writer.write(head, newest);
            newest = Optional.of(checkpoint);
            signedAnew.signalAll();
            return checkpoint;
        } finally {
            signing.unlock();
        }
    }

    /** The newest signed checkpoint. */
    public Optional<Checkpoint> latest() {
        return tables.latest().map(LogTables.Dated::checkpoint);
    }

    /** False when the database is behind {@code state/checkpoint}: then nothing is polled, decided or sent. */
    public boolean mayAct() {
        boolean allowed = fence.allows();
        mayAct = Optional.of(allowed);
        return allowed;
    }

    /** The value behind a commitment, for somebody who may see it; empty when the entry made none of that name. */
    public Optional<String> reveal(String entryId, String field) {
        return commitments.reveal(entryId, field).map(opening -> opening.value());
    }

    /** Where the log stands now. */
    public LogState state() {
        Optional<Head> head = shards.newest().flatMap(tables::head);
        Optional<LogTables.Dated> last = tables.latest();
        return new LogState(
                head.map(Head::shard).orElse(""),
                head.map(each -> each.tree().size()).orElse(0L),
                head.map(each -> Base64.getEncoder().encodeToString(each.tree().root()))
                        .orElse(""),
                last.map(LogTables.Dated::checkpoint),
                last.map(LogTables.Dated::signedAt),
                mayAct(),
                Shards.SIGNER_RUNS,
                writer.verifierKeys());
    }

    /**
     * Proves that an entry is in the log, to anybody who has the verifier key (C2SP tlog-proof); empty when there is no such entry, or no
     * checkpoint covers it yet.
     */
    public Optional<String> proof(String shard, long seq) {
        return tables.covering(shard, seq).map(checkpoint -> {
            var proof = new StringBuilder("c2sp.org/tlog-proof@v1\nindex " + seq + "\n");
            for (byte[] hash : tables.tree(shard).inclusion(seq, checkpoint.size())) {
                proof.append(Base64.getEncoder().encodeToString(hash)).append('\n');
            }
            return proof.append('\n').append(checkpoint.note()).toString();
        });
    }

    /** Writes the export that {@code proof} verifies (one zip: entries, checkpoints, public key). */
    public void export(OutputStream out) throws IOException {
        if (mayAct()) {
            sign();
        }
        new TransferLogExport(tables, writer.verifierKeys()).write(out);
    }

    private Checkpoint waitFor(Receipt receipt) {
        signing.lock();
        try {
            long left = patience.toNanos();
            while (newest.filter(last -> covers(last, receipt)).isEmpty()) {
                if (left <= 0) {
                    throw new NotSigned();
                }
                wanted = true;
                left = signedAnew.awaitNanos(left);
            }
            return newest.orElseThrow();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting for a signed checkpoint", e);
        } finally {
            signing.unlock();
        }
    }

    private Checkpoint signUnless(Receipt receipt) {
        signing.lock();
        try {
            Optional<Checkpoint> shared = newest.filter(last -> covers(last, receipt));
            return shared.isPresent() ? shared.get() : sign();
        } finally {
            signing.unlock();
        }
    }

    /** A failover to a database that lost its tail shows here before the next start. */
    private Head refuseIfBehind(Head head, Entry entry) {
        boolean behind = newest.filter(last -> last.shard().equals(head.shard()))
                .filter(last -> last.size() > head.tree().size())
                .isPresent();
        if (behind && entry.type() != EntryType.SYS_FENCED) {
            mayAct = Optional.of(false);
            throw new IllegalStateException(FENCED);
        }
        return head;
    }

    /** A checkpoint of a later shard covers too: its entry 0 holds the last checkpoint of the shard before. */
    private static boolean covers(Checkpoint last, Receipt receipt) {
        int order = last.shard().compareTo(receipt.shard());
        return order > 0 || (order == 0 && last.size() > receipt.seq());
    }
}
