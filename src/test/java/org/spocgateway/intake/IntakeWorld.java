package org.spocgateway.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.spocgateway.Databases;
import org.spocgateway.DemonstrationPki;
import org.spocgateway.RunningGateway;
import org.spocgateway.TransferLogs;
import org.spocgateway.classification.Classifier;
import org.spocgateway.classification.RuleBookPage;
import org.spocgateway.directory.ConfigPage;
import org.spocgateway.directory.Directory;
import org.spocgateway.directory.Findings;
import org.spocgateway.envelope.Envelopes;
import org.spocgateway.envelope.KeyRing;
import org.spocgateway.envelope.Limits;
import org.spocgateway.envelope.ReadMail;
import org.spocgateway.scanner.Scanner;
import org.spocgateway.scanner.ScannerSettings;
import org.spocgateway.terms.InboundId;
import org.spocgateway.transferlog.TransferLog;
import org.spocgateway.vault.BlobId;
import org.spocgateway.vault.Holder;
import org.spocgateway.vault.Vault;
import org.spocgateway.work.Work;
import org.spocgateway.work.WorkSettings;
import org.spocgateway.work.Workers;

/** Pages 20 and 30 with the real database, vault, log, envelopes, rules and workers; page 40 puts everything in front of a person. */
final class IntakeWorld implements AutoCloseable {
    static final DemonstrationPki PKI = DemonstrationPki.shared();
    static final int MOST_BYTES = 2_000_000;

    private final Databases.Database database;
    private final Clock clock = Clock.systemUTC();
    private final AtomicLong uid = new AtomicLong();
    private final InboundRows rows;
    private final Work work;
    private final Vault vault;
    private final Acceptance acceptance;
    private final OpeningSteps opening;
    private final ClassifyingSteps classifying;
    private final Intake intake;
    private final Passwords passwords;
    final ApprovedSigners signers;
    final PasswordMail passwordMail;
    final ForwardedMail forwarded;
    private final Workers workers;

    IntakeWorld() {
        this(folder());
    }

    /** With the database file and the keys below a folder. */
    IntakeWorld(Path state) {
        this(state, Scanner.off());
    }

    /** With this scanner. */
    IntakeWorld(Scanner scanner) {
        this(folder(), scanner);
    }

    private IntakeWorld(Path state, Scanner scanner) {
        database = Databases.h2(state);
        rows = new InboundRows(database.db(), clock);
        work = new Work(database.db(), clock);
        vault = TransferLogs.vault(database, state, clock);
        TransferLog log = TransferLogs.open(database, vault, state, clock);
        var facts = new SealedFacts(vault);
        var documents = new DocumentRows(database.db(), vault, new SecureRandom(), clock);
        Directory directory = Directory.read(Path.of("config"), PKI.certs());
        acceptance = new Acceptance(rows, vault, work, log, database.tx());
        var scanning = new Scanning(scanner, new ScannerSettings("", Duration.ofSeconds(5), Duration.ofMillis(300)));
        intake = new Intake(rows, facts, documents, vault, work);
        signers = new ApprovedSigners(database.db(), vault, intake, directory, new SecureRandom(), clock);
        passwords = new Passwords(rows, documents, facts, vault, envelopes(), signers, scanning, work);
        opening = new OpeningSteps(rows, facts, vault, envelopes(), scanning, signers, log, database.tx());
        passwordMail = new PasswordMail(rows, vault, directory);
        classifying = new ClassifyingSteps(
                rows, facts, documents, passwordMail, vault, classifier(), directory, signers, log, database.tx());
        forwarded = new ForwardedMail(rows, facts, vault, envelopes(), signers);
        workers = workers(new InboundTable(rows, log, database.tx(), clock));
    }

    private Envelopes envelopes() {
        var ours = new KeyRing.OwnKey(
                DemonstrationPki.SPOC_2026,
                PKI.keys(DemonstrationPki.SPOC_2026).getPrivate(),
                PKI.certificate(DemonstrationPki.SPOC_2026));
        return new Envelopes(
                new KeyRing(List.of(ours)),
                List.of(PKI.smimeAuthority()),
                PKI.revocation(),
                new Limits(MOST_BYTES, Limits.USUAL.depth(), Limits.USUAL.parts()),
                clock);
    }

    private Classifier classifier() {
        return new Classifier(
                RuleBookPage.read(ConfigPage.read(Path.of("config"), "classification.yaml", new Findings())),
                envelopes()::open);
    }

    private Workers workers(InboundTable table) {
        var settings = new WorkSettings(
                true, 2, Duration.ofMillis(100), Duration.ofSeconds(5), Duration.ofMillis(200), Duration.ofSeconds(5));
        var pages = new Workers.Pages(this::page, () -> {
            throw new AssertionError("one message must not end the process");
        });
        return new Workers(database.dataSource(), true, work, () -> List.of(table), pages, clock, settings, "test");
    }

    private void page(String route, String id) {
        switch (route) {
            case "decrypt-and-verify" -> opening.open(id);
            case "classify" -> classifying.classify(id);
            default ->
                database.tx()
                        .executeWithoutResult(
                                status -> intake.waitForPerson(new InboundId(id), InboundState.CLASSIFIED, "unsorted"));
        }
    }

    /** A message taken from the mailbox: its bytes are ours, and its row waits for page 20. */
    InboundId accepted(byte[] raw) {
        InboundId id = InboundId.random(new SecureRandom());
        Holder holder = Holder.unfiled(java.time.LocalDate.now(clock));
        BlobId blob = vault.put(holder, raw);
        acceptance.accept(new NewInbound(
                id,
                new Place("spoc", "INBOX", 1, uid.incrementAndGet()),
                clock.instant(),
                raw.length,
                vault.index("inbound.fingerprint", HexFormat.of().formatHex(raw)),
                Optional.empty(),
                holder,
                blob));
        return id;
    }

    void start() {
        if (!workers.isRunning()) {
            workers.start();
        }
    }

    ReadMail mail(InboundId id) {
        return intake.mail(id);
    }

    int held() {
        return intake.held();
    }

    boolean scanAgain(InboundId id) {
        return Boolean.TRUE.equals(database.tx().execute(status -> intake.scanAgain(id, InboundState.WAITING)));
    }

    boolean approve(InboundId id) {
        return Boolean.TRUE.equals(database.tx().execute(status -> {
            boolean isApproved = signers.approve(find(id), "jo-pendry");
            return isApproved && intake.verifyAgain(id);
        }));
    }

    Passwords.Tried tries(InboundId id, String password) {
        return passwords.tryOn(id, password.toCharArray()).orElseThrow();
    }

    /** Works until every message is at rest. */
    void work() {
        start();
        RunningGateway.await(
                "every message is at rest",
                Duration.ofSeconds(20),
                () -> rows.unfinished().isEmpty() && rows.held() == 0);
    }

    Inbound find(InboundId id) {
        return intake.find(id).orElseThrow();
    }

    byte[] raw(InboundId id) {
        return intake.raw(id);
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("intake");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        workers.stop();
        database.close();
    }
}
