package org.spocgateway.dispatch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.spocgateway.Databases;
import org.spocgateway.Databases.Database;
import org.spocgateway.DemonstrationPki;
import org.spocgateway.SettableClock;
import org.spocgateway.TransferLogs;
import org.spocgateway.casework.Addressee;
import org.spocgateway.casework.Alarms;
import org.spocgateway.casework.Approved;
import org.spocgateway.casework.Cases;
import org.spocgateway.casework.CaseworkSettings;
import org.spocgateway.casework.FilingSteps;
import org.spocgateway.casework.Gates;
import org.spocgateway.casework.PhoneCall;
import org.spocgateway.casework.Referrals;
import org.spocgateway.casework.RequestDraft;
import org.spocgateway.casework.Requests;
import org.spocgateway.casework.SafeguardingReferral;
import org.spocgateway.casework.SpokenGoAhead;
import org.spocgateway.classification.ArrivalGrade;
import org.spocgateway.classification.Classified;
import org.spocgateway.classification.GateEffect;
import org.spocgateway.classification.MessageKind;
import org.spocgateway.directory.Directory;
import org.spocgateway.directory.NextHop;
import org.spocgateway.directory.Templates;
import org.spocgateway.envelope.Envelopes;
import org.spocgateway.envelope.KeyRing;
import org.spocgateway.envelope.Limits;
import org.spocgateway.envelope.Sealing;
import org.spocgateway.intake.Intake;
import org.spocgateway.intake.PlantedMail;
import org.spocgateway.portal.Packages;
import org.spocgateway.portal.PartnerAtHome;
import org.spocgateway.portal.PortalSettings;
import org.spocgateway.release.ReleaseRules;
import org.spocgateway.terms.Actor;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.InboundId;
import org.spocgateway.terms.Marking;
import org.spocgateway.terms.TransferId;
import org.spocgateway.terms.TransferKind;
import org.spocgateway.transferlog.TransferLog;
import org.spocgateway.vault.Vault;
import org.spocgateway.work.Barrier;
import org.spocgateway.work.DurableTable;
import org.spocgateway.work.H2Barrier;
import org.spocgateway.work.PostgresBarrier;
import org.spocgateway.work.Work;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.core.type.filter.TypeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The council's office in one process: real rules, directory, vault, log, casework, portal and dispatch on one database, and real
 * relays behind them; pages are called by hand, one transfer at a time.
 *
 * <p>One on each database serves every test of this package, each with cases of its own: {@code @MethodSource} {@link #both}.
 */
final class Office {
    private static final Instant MORNING = Instant.parse("2026-11-24T10:00:00Z");
    private static final Path CONFIG = Path.of("config");
    private static final Map<String, Office> OPEN = new LinkedHashMap<>();
    static final Actor JO = Actor.officer("jo-pendry");
    static final String FORCE_NUMBER = "020 7946 0142";
    static final DemonstrationPki PKI = DemonstrationPki.shared();

    final Database database;
    final SettableClock clock = SettableClock.at(MORNING.toString());
    final Map<String, TlsRelay> relays = new LinkedHashMap<>();
    /** A page that is not in here was taken away. */
    final Map<String, Consumer<String>> pages = new HashMap<>();
    /** What the next hops are turned into, before anything else happens. */
    final Map<String, NextHop> otherHops = new HashMap<>();

    /** Policy as data, read anew at every start. */
    Path config = CONFIG;

    /** What the gateway sends to its own house. */
    final HouseSettings house = new HouseSettings(
            Duration.ofHours(1),
            Duration.ofMinutes(10),
            true,
            List.of(java.time.LocalTime.of(9, 0), java.time.LocalTime.of(14, 0)),
            java.time.ZoneId.of("Europe/London"));

    /** The account at redirected next hops; empty for none. */
    String account = "";

    final Path state = folder("office");
    private AnnotationConfigApplicationContext context;
    private long leavesBefore;

    private Office(Database database) {
        this.database = database;
        if (database.isAvailable()) {
            for (String hop : List.of("council-relay", "public-relay", "notice-relay")) {
                relays.put(hop, TlsRelay.open(PKI.tls(), mail -> {}));
            }
            start();
        }
    }

    /** The office on each database as it is in the morning: nothing sent, no alarm, relays and rules as they should be. */
    static synchronized Stream<Office> both() {
        if (OPEN.isEmpty()) {
            Databases.both().forEach(each -> OPEN.put(each.name(), new Office(each)));
        }
        OPEN.values().stream().filter(each -> each.database.isAvailable()).forEach(Office::morning);
        return OPEN.values().stream();
    }

    /** An office of its own on an H2 file {@code <folder>/spoc.mv.db}. */
    static Office onFile(Path folder) {
        return new Office(Databases.h2(folder));
    }

    private void morning() {
        boolean isOtherwise = !otherHops.isEmpty() || !account.isEmpty() || !config.equals(CONFIG);
        otherHops.clear();
        account = "";
        config = CONFIG;
        clock.set(MORNING);
        if (isOtherwise) {
            restart();
        }
        openPages();
        relays.values().forEach(TlsRelay::forget);
        Alarms alarms = the(Alarms.class);
        alarms.raised().forEach(each -> alarms.clear(each.id(), JO));
        leavesBefore = allLeaves().size();
    }

    /** Everything in memory is lost, as when the process dies; the database and the keys stay. */
    void restart() {
        context.close();
        start();
    }

    private void start() {
        context = new AnnotationConfigApplicationContext();
        Vault vault = TransferLogs.vault(database, state, clock);
        context.registerBean(JdbcClient.class, database::db);
        context.registerBean(TransactionTemplate.class, database::tx);
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(SecureRandom.class, () -> new SecureRandom());
        context.registerBean(Vault.class, () -> vault);
        context.registerBean(TransferLog.class, () -> TransferLogs.open(database, vault, state, clock));
        context.registerBean(
                Directory.class, () -> Directory.read(config, PKI.certs()).withNextHops(this::onLoopback));
        context.registerBean(Templates.class, () -> Templates.read(config));
        context.registerBean(ReleaseRules.class, () -> ReleaseRules.read(config));
        context.registerBean(
                Envelopes.class, () -> new Envelopes(new KeyRing(List.of()), List.of(), Limits.USUAL, clock));
        context.registerBean(CaseworkSettings.class, CaseworkSettings::standard);
        context.registerBean(
                org.spocgateway.casework.RetentionSettings.class, org.spocgateway.casework.RetentionSettings::standard);
        context.registerBean(
                org.spocgateway.casework.ClockSettings.class, org.spocgateway.casework.ClockSettings::standard);
        context.registerBean(Barrier.class, this::barrier);
        context.registerBean(Work.class, () -> new Work(database.db(), clock));
        context.registerBean(Sealing.class, () -> Signing.KEY);
        context.registerBean(Packages.class, () -> packages(vault));
        context.registerBean(PlantedMail.class);
        context.registerBean(
                org.spocgateway.scanner.ScannerSettings.class, org.spocgateway.scanner.ScannerSettings::none);
        context.registerBean(org.spocgateway.scanner.Scanner.class, org.spocgateway.scanner.Scanner::off);
        context.registerBean(PartnerAtHome.class);
        registerDispatchSettings();
        scan("org.spocgateway.dispatch", "org\\.spocgateway\\.dispatch\\.(?!DispatchBeans).*");
        scan("org.spocgateway.casework", "org\\.spocgateway\\.casework\\.(?!CaseClocks).*");
        scan(
                "org.spocgateway.intake",
                "org\\.spocgateway\\.intake\\.(Intake|InboundRows|SealedFacts|DocumentRows|Passwords|ForwardedMail|Erasing|Scanning|ApprovedSigners)");
        context.refresh();
        openPages();
    }

    private void openPages() {
        pages.putAll(Map.of(
                "enforce-channel-rules", the(ChannelRules.class)::enforce,
                "send-standard-mail", the(StandardMail.class)::send,
                "send-gcsx", the(GcsxMail.class)::send,
                "send-egress-style", the(EgressStyle.class)::send));
    }

    private void registerDispatchSettings() {
        var settings = new DispatchSettings(
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                Duration.ofMillis(500),
                List.of(Duration.ofMinutes(1), Duration.ofMinutes(2)),
                5,
                Duration.ofMinutes(10),
                "https://portal.test");
        context.registerBean(DispatchSettings.class, () -> settings);
        context.registerBean(HouseSettings.class, () -> house);
        context.registerBean(SmtpLine.class, () -> new SmtpLine(settings.patience(), name -> Optional.of(account)));
    }

    private void scan(String base, String classes) {
        Pattern wanted = Pattern.compile(classes);
        var scanner = new ClassPathBeanDefinitionScanner(context, false);
        scanner.addIncludeFilter(new TypeFilter() {
            @Override
            public boolean match(MetadataReader reader, MetadataReaderFactory factory) {
                return wanted.matcher(reader.getClassMetadata().getClassName()).matches()
                        && reader.getAnnotationMetadata().isAnnotated("org.springframework.stereotype.Component");
            }
        });
        scanner.scan(base);
    }

    private Packages packages(Vault vault) {
        var settings = new PortalSettings(0, "", "", Duration.ofMinutes(30), Duration.ofHours(2), Duration.ofDays(14));
        return new Packages(
                database.db(),
                database.tx(),
                vault,
                context.getBean(TransferLog.class),
                clock,
                new SecureRandom(),
                settings);
    }

    /** Our signing key is read once: every restart would take the same file. */
    private static final class Signing {
        static final Sealing KEY = sealing();
    }

    private static Sealing sealing() {
        try {
            return new Sealing(
                    KeyRing.load(
                            DemonstrationPki.SECURE_IDENTITY,
                            PKI.keyFile(DemonstrationPki.SECURE_IDENTITY),
                            PKI.password().toCharArray()),
                    new SecureRandom());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Barrier barrier() {
        return database.isPostgres()
                ? new PostgresBarrier(database.dataSource())
                : new H2Barrier(Databases.again(database).dataSource());
    }

    private NextHop onLoopback(NextHop hop) {
        if (otherHops.containsKey(hop.id())) {
            return otherHops.get(hop.id());
        }
        int port = relays.containsKey(hop.id()) ? relays.get(hop.id()).port() : 1;
        return new NextHop(hop.id(), "localhost", port, false, hop.authorities(), hop.isRelay(), "");
    }

    /** A next hop that is somewhere else; the process starts again. */
    void redirect(String id, int port) {
        NextHop hop = the(Directory.class).nextHop(id).orElseThrow();
        otherHops.put(
                id,
                new NextHop(
                        id,
                        "localhost",
                        port,
                        false,
                        hop.authorities(),
                        hop.isRelay(),
                        account.isEmpty() ? "" : "account"));
        restart();
    }

    <T> T the(Class<T> type) {
        database.dataSource(); // skips the test where the database is not there
        return context.getBean(type);
    }

    /** A social worker's worry, on a case with the gate CLOSED. */
    CaseId worry() {
        return worry("Dear team, I am worried about T.R. 2001.");
    }

    CaseId worry(String text) {
        return the(Intake.class).find(arrives(text)).orElseThrow().caseId().orElseThrow();
    }

    private InboundId arrives(String text) {
        String mail = "From: dana.okafor@brackenford.gov.uk\r\nTo: community.safety@brackenford.gov.uk\r\n"
                + "Subject: a worry\r\nMessage-ID: <" + System.nanoTime() + "@test.example>\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: text/plain; charset=utf-8\r\n\r\n" + text + "\r\n";
        return arrives(mail, MessageKind.STAFF_REFERRAL);
    }

    /** A whole mail arrives, is taken for this kind, and is filed. */
    InboundId arrives(String mail, MessageKind kind) {
        InboundId id = the(PlantedMail.class).classified(mail, classified(kind));
        the(FilingSteps.class).file(id.value());
        return id;
    }

    private static Classified classified(MessageKind kind) {
        return new Classified(
                kind,
                ArrivalGrade.C,
                kind == MessageKind.POLICE_REFERRAL ? GateEffect.OPEN_PROPOSED : GateEffect.NONE,
                false,
                "test-rule",
                List.of(),
                List.of(),
                List.of(),
                false,
                false,
                false,
                true,
                List.of());
    }

    /** Police say on the telephone that information gathering can commence. */
    void goAhead(CaseId id) {
        the(Gates.class).spoken(id, new SpokenGoAhead(call(), "", false), JO);
    }

    /** Police say stop on the telephone. */
    void stop(CaseId id) {
        the(Gates.class).stop(id, call(), JO);
    }

    private PhoneCall call() {
        return new PhoneCall("PC 4417 Ros Adeyemi-Hale", "4417", clock.instant(), FORCE_NUMBER);
    }

    /** Asks whether the person is known; the two minutes for undoing are over. */
    List<TransferId> ask(CaseId id, String... to) {
        List<Addressee> addressees = Stream.of(to)
                .map(each -> each.contains("@")
                        ? Addressee.of(new org.spocgateway.terms.MailAddress(each))
                        : Addressee.of(each))
                .toList();
        var draft = new RequestDraft(
                id,
                TransferKind.INFORMATION_REQUEST,
                addressees,
                List.of("known", "support"),
                "",
                Map.of("name", "T.R.", "born", "2001"),
                List.of(),
                LocalDate.of(2026, 12, 1),
                Marking.OFFICIAL_SENSITIVE);
        var approved = (Approved) the(Requests.class).approve(draft, JO, "key-" + System.nanoTime());
        clock.advance(Duration.ofMinutes(3));
        return approved.transfers();
    }

    List<TransferId> forward(CaseId id) {
        return the(Referrals.class).forwardToPolice(id, JO);
    }

    List<TransferId> safeguarding(CaseId id) {
        var referral = new SafeguardingReferral(
                id, List.of("childrens-front-door"), "A worry has reached us.", Map.of("name", "T.R."), true);
        return ((Approved) the(Referrals.class).safeguardingReferral(referral, JO, "key-" + System.nanoTime()))
                .transfers();
    }

    String reference(CaseId id) {
        return the(Cases.class).find(id).orElseThrow().reference().value();
    }

    /** Calls page after page until the state stops changing, as the worker does; and then the notices that came of it. */
    TransferView run(TransferId id) {
        walk(id);
        TransferView after = view(id);
        the(Transfers.class).of(after.caseId()).stream()
                .filter(each -> each.noticeOf().filter(id::equals).isPresent())
                .forEach(each -> walk(each.id()));
        return view(id);
    }

    private void walk(TransferId id) {
        Outbox outbox = the(Outbox.class);
        for (Optional<DurableTable.Page> page = outbox.next(id.value()); page.isPresent(); ) {
            Consumer<String> step = pages.get(page.get().route());
            if (step == null || !outbox.beginAttempt(id.value())) {
                return;
            }
            step.accept(id.value());
            Optional<DurableTable.Page> next = outbox.next(id.value());
            page = next.equals(page) ? Optional.empty() : next;
        }
    }

    TransferView view(TransferId id) {
        return the(Transfers.class).find(id).orElseThrow();
    }

    /** Every entry of the log since the morning, as the reviewer's export shows it. */
    List<String> leaves() {
        List<String> all = allLeaves();
        return all.subList((int) leavesBefore, all.size());
    }

    private List<String> allLeaves() {
        return database.db().sql("select leaf from log_entry order by seq").query(byte[].class).list().stream()
                .map(leaf -> new String(leaf, java.nio.charset.StandardCharsets.UTF_8))
                .toList();
    }

    /** The step to the point of no return, as a courier takes it, and then the process dies. */
    void diesAfterCrossing(TransferId id) {
        TransferRow row = claimed(id);
        the(Crossing.class).of(row, row.epoch(), content(row)).cross();
        restart();
    }

    /** Permitted and claimed: a courier is at work on it. */
    TransferRow claimed(TransferId id) {
        TransferRows rows = the(TransferRows.class);
        pages.get("enforce-channel-rules").accept(id.value());
        rows.claim(id, rows.find(id).orElseThrow().epoch());
        return rows.find(id).orElseThrow();
    }

    Content content(TransferRow row) {
        return new Content(
                row.content().orElseThrow(),
                the(SealedWords.class).decision(row).content());
    }

    List<TlsRelay.Seen> sent(String relay) {
        return relays.get(relay).seen();
    }

    private static Path folder(String name) {
        try {
            return Files.createTempDirectory(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return database.name();
    }
}
