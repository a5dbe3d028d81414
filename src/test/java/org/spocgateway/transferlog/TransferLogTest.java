package org.spocgateway.transferlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spocgateway.Databases.Database;
import org.spocgateway.SettableClock;
import org.spocgateway.TransferLogs;
import org.spocgateway.terms.Actor;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.MailAddress;
import org.spocgateway.terms.TransferId;

class TransferLogTest {
    private static final String SHARD = "brackenford.gov.uk/transfer-log/2026";

    private final SettableClock clock = SettableClock.at("2026-11-24T09:12:04.120Z");
    private final SecureRandom random = new SecureRandom();

    @TempDir
    Path state;

    @ParameterizedTest
    @MethodSource("org.spocgateway.Databases#both")
    void an_entry_becomes_a_canonical_leaf_without_any_person_in_it(Database database) {
        var log = TransferLogs.open(database, state, clock);
        var transfer = TransferId.random(random);

        Receipt receipt = append(database, log, aSentTransfer(transfer));

        String leaf = leaf(database, receipt);
        assertThat(receipt.shard()).isEqualTo(SHARD);
        assertThat(receipt.seq()).isEqualTo(1);
        assertThat(leaf)
                .contains("\"v\":1", "\"at\":\"2026-11-24T09:12:04.120Z\"", "\"type\":\"out.sent\"", "\"dir\":\"out\"")
                .contains(
                        "\"to_domain\":\"larkhill.nhs.uk\"", "\"transfer\":\"" + transfer + "\"", "\"rules\":\"R1,R6\"")
                .contains("\"actor\":{\"ref\":\"u-17\",\"role\":\"officer\"}", "\"subject\":")
                .containsPattern("\"recipient_ref\":\"[0-9a-f]{32}\"")
                .containsPattern("\"case_tag\":\"[0-9a-f]{32}\"")
                .containsPattern("\"partner_ref\":\"[0-9a-f]{32}\"")
                .doesNotContain("safeguarding", "larkhill-nhs-trust", "T.R.", "@");
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.Databases#both")
    void entry_0_says_where_the_signer_runs(Database database) {
        var log = TransferLogs.open(database, state, clock);

        Checkpoint first = log.sign();

        assertThat(first.size()).isEqualTo(1);
        assertThat(leafAt(database, 0)).contains("\"type\":\"log.shard\"", "\"signer_runs\":\"in-process\"");
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.Databases#both")
    void a_transaction_that_rolls_back_leaves_nothing(Database database) {
        var log = TransferLogs.open(database, state, clock);
        append(database, log, anEntry());

        database.tx().executeWithoutResult(status -> {
            log.append(anEntry().committed("subject", "T.R. 2001"));
            status.setRollbackOnly();
        });

        assertThat(log.sign().size()).isEqualTo(2);
        for (String table : List.of("log_entry", "log_fact")) {
            assertThat(count(database, table)).as(table).isEqualTo(2);
        }
        assertThat(count(database, "log_node")).isEqualTo(3);
        assertThat(count(database, "log_private")).isZero();
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.Databases#both")
    void nothing_is_appended_outside_a_transaction(Database database) {
        var log = TransferLogs.open(database, state, clock);

        assertThatThrownBy(() -> log.append(anEntry())).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.Databases#both")
    void eight_writers_at_once_leave_no_gap_and_the_right_root(Database database) throws Exception {
        var log = TransferLogs.open(database, state, clock);
        var writers = Executors.newFixedThreadPool(8);
        var work = new ArrayList<Callable<Checkpoint>>();
        for (int i = 0; i < 8; i++) {
            work.add(() -> {
                Receipt last = append(database, log, anEntry());
                for (int n = 1; n < 25; n++) {
                    last = append(database, log, anEntry());
                }
                return log.covering(last);
            });
        }
        for (Future<Checkpoint> each : writers.invokeAll(work)) {
            assertThat(each.get().size()).isGreaterThan(25);
        }
        writers.shutdown();

        List<byte[]> leaves = new LogTables(database.db()).leaves(SHARD, 0, 1000);
        assertThat(leaves).hasSize(201);
        Frontier again = Frontier.EMPTY;
        for (byte[] leaf : leaves) {
            again = again.add(TreeHash.leaf(leaf), (level, index, hash) -> {});
        }
        Checkpoint last = log.sign();
        assertThat(SignedNote.parse(last.note()).orElseThrow().root()).isEqualTo(again.root());
        assertThat(last.size()).isEqualTo(201);
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.Databases#both")
    void rows_of_the_log_cannot_be_changed_or_deleted(Database database) {
        var log = TransferLogs.open(database, state, clock);
        log.sign();

        for (String attack : List.of(
                "update log_entry set leaf = leaf",
                "delete from log_entry",
                "update log_node set hash = hash",
                "delete from log_node where lvl = 0",
                "delete from log_checkpoint")) {
            assertThatThrownBy(() -> database.db().sql(attack).update())
                    .as(attack)
                    .rootCause()
                    .hasMessageContaining("append-only");
        }
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.Databases#both")
    void the_checkpoint_that_covers_an_entry_stands_on_the_disk_and_is_shared(Database database) throws Exception {
        var log = TransferLogs.open(database, state, clock);
        Receipt first = append(database, log, anEntry());
        Receipt second = append(database, log, anEntry());

        Checkpoint covering = log.covering(first);

        assertThat(covering.size()).isEqualTo(3);
        assertThat(log.covering(second)).isSameAs(covering);
        assertThat(log.latest()).contains(covering);
        assertThat(state.resolve("checkpoint")).hasContent(covering.note());
        assertThat(log.sign()).isEqualTo(covering);
        assertThat(Files.readString(state.resolve("log.vkey")))
                .startsWith(SHARD + "+")
                .hasLineCount(1);
        for (String secret : List.of("keys/log-signing.key", "checkpoint")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(state.resolve(secret))))
                    .isEqualTo("rw-------");
        }
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.Databases#both")
    void a_new_year_opens_a_shard_that_names_the_last_checkpoint_of_the_old_one(Database database) {
        var log = TransferLogs.open(database, state, clock);
        append(database, log, anEntry());
        Checkpoint before = log.sign();
        Receipt late = append(database, log, anEntry());

        clock.advance(Duration.ofDays(60));
        Receipt receipt = append(database, log, anEntry());

        assertThat(receipt.shard()).isEqualTo("brackenford.gov.uk/transfer-log/2027");
        assertThat(receipt.seq()).isEqualTo(1);
        Checkpoint closing = new LogTables(database.db()).checkpoints(SHARD).get(1);
        assertThat(before.size()).isEqualTo(2);
        assertThat(closing.size()).isEqualTo(3);
        assertThat(leaf(database, new Receiptless(receipt.shard(), 0)))
                .contains("\"previous\":{\"checkpoint_sha256\":\"" + sha256(closing.note()) + "\"", "\"size\":3");
        assertThat(log.covering(late).shard()).isEqualTo(receipt.shard());

        clock.advance(Duration.ofDays(-60));
        assertThat(append(database, log, anEntry()).shard()).isEqualTo(receipt.shard());
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.Databases#both")
    void a_year_that_ends_before_anything_was_signed_fences_nothing(Database database) throws Exception {
        var log = TransferLogs.open(database, state, clock);
        append(database, log, anEntry());
        clock.advance(Duration.ofDays(60));
        append(database, log, anEntry());
        assertThat(log.mayAct()).isTrue();

        log.sign();
        Files.delete(state.resolve("checkpoint"));
        assertThat(log.mayAct()).as("a file that went away is seen").isFalse();
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.Databases#both")
    void the_case_of_two_entries_can_be_linked_and_a_commitment_opened(Database database) {
        var log = TransferLogs.open(database, state, clock);
        var theCase = CaseId.random(random);
        String first = leaf(database, append(database, log, anEntry().aboutCase(theCase)));
        String second = leaf(
                database, append(database, log, anEntry().aboutCase(theCase).committed("subject", "T.R. 2001")));

        assertThat(member(second, "case_tag")).isEqualTo(member(first, "case_tag"));
        assertThat(log.reveal(member(second, "id"), "subject")).contains("T.R. 2001");
        assertThat(log.reveal(member(first, "id"), "subject")).isEmpty();
    }

    private static Entry anEntry() {
        return Entry.of(EntryType.CALL_NOTED, Direction.INTERNAL).with(Field.WAY, "telephone");
    }

    private Entry aSentTransfer(TransferId transfer) {
        return Entry.of(EntryType.OUT_SENT, Direction.OUT)
                .transfer(transfer)
                .aboutCase(CaseId.random(random))
                .to(new MailAddress("safeguarding@larkhill.nhs.uk"))
                .organisation("larkhill-nhs-trust")
                .by(Actor.officer("u-17"))
                .with(Field.RULES, List.of("R1", "R6"))
                .committed("subject", "T.R. 2001");
    }

    private static Receipt append(Database database, TransferLog log, Entry entry) {
        return database.tx().execute(status -> log.append(entry));
    }

    private record Receiptless(String shard, long seq) {}

    private static String leaf(Database database, Receipt receipt) {
        return leaf(database, new Receiptless(receipt.shard(), receipt.seq()));
    }

    private static String leafAt(Database database, long seq) {
        return leaf(database, new Receiptless(SHARD, seq));
    }

    private static String leaf(Database database, Receiptless place) {
        byte[] leaf =
                new LogTables(database.db()).leaf(place.shard(), place.seq()).orElseThrow();
        return new String(leaf, StandardCharsets.UTF_8);
    }

    private static String member(String leaf, String name) {
        return leaf.replaceFirst(".*\"" + name + "\":\"([^\"]*)\".*", "$1");
    }

    private static long count(Database database, String table) {
        return database.db()
                .sql("select count(*) from " + table)
                .query(Long.class)
                .single();
    }

    private static String sha256(String note) {
        return HexFormat.of().formatHex(TreeHash.sha256().digest(note.getBytes(StandardCharsets.UTF_8)));
    }
}
