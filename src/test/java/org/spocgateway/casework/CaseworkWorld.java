package org.spocgateway.casework;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.spocgateway.Databases;
import org.spocgateway.Databases.Database;
import org.spocgateway.SettableClock;
import org.spocgateway.TransferLogs;
import org.spocgateway.directory.Directory;
import org.spocgateway.envelope.Envelopes;
import org.spocgateway.envelope.KeyRing;
import org.spocgateway.envelope.Limits;
import org.spocgateway.intake.Inbound;
import org.spocgateway.intake.Intake;
import org.spocgateway.intake.PlantedMail;
import org.spocgateway.terms.Actor;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.InboundId;
import org.spocgateway.terms.Marking;
import org.spocgateway.terms.TransferKind;
import org.spocgateway.transferlog.TransferLog;
import org.spocgateway.vault.Vault;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Casework with the real vault, transfer log, directory and intake tables on one fresh database; the clock stands on a Tuesday. */
final class CaseworkWorld {
    static final Actor JO = Actor.officer("jo-pendry");
    static final Actor MARTA = Actor.officer("marta-quill");
    static final String FORCE_NUMBER = "020 7946 0142";

    final Database database;
    final SettableClock clock = SettableClock.at("2026-11-24T10:00:00Z");
    final List<Object> events = new CopyOnWriteArrayList<>();
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    private CaseworkWorld(Database database) {
        this.database = database;
        Path state = folder();
        Vault vault = TransferLogs.vault(database, state, clock);
        context.registerBean(DataSource.class, database::dataSource);
        context.registerBean(JdbcClient.class, database::db);
        context.registerBean(TransactionTemplate.class, database::tx);
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(SecureRandom.class, () -> new SecureRandom());
        context.registerBean(Vault.class, () -> vault);
        context.registerBean(TransferLog.class, () -> TransferLogs.open(database, vault, state, clock));
        context.registerBean(Directory.class, () -> Directory.read(Path.of("config"), Path.of("certs")));
        context.registerBean(
                org.spocgateway.work.Work.class, () -> new org.spocgateway.work.Work(database.db(), clock));
        context.registerBean(
                Envelopes.class, () -> new Envelopes(new KeyRing(List.of()), List.of(), Limits.USUAL, clock));
        context.registerBean(CaseworkSettings.class, CaseworkSettings::standard);
        context.registerBean(
                org.spocgateway.casework.RetentionSettings.class, org.spocgateway.casework.RetentionSettings::standard);
        context.registerBean(
                org.spocgateway.casework.ClockSettings.class, org.spocgateway.casework.ClockSettings::standard);
        context.registerBean(
                org.spocgateway.scanner.ScannerSettings.class, org.spocgateway.scanner.ScannerSettings::none);
        context.registerBean(org.spocgateway.scanner.Scanner.class, org.spocgateway.scanner.Scanner::off);
        context.registerBean(PlantedMail.class);
        context.addApplicationListener(
                (ApplicationListener<PayloadApplicationEvent<?>>) event -> events.add(event.getPayload()));
        scan("org\\.spocgateway\\.casework\\..*");
        scan(
                "org\\.spocgateway\\.intake\\.(Intake|InboundRows|SealedFacts|DocumentRows|Passwords|ForwardedMail|Erasing|Scanning|ApprovedSigners)");
        context.refresh();
    }

    private static final class Shared {
        static final List<CaseworkWorld> BOTH =
                Databases.both().map(CaseworkWorld::new).toList();
    }

    /** Two worlds, one on each kind of database, for tests that mind only their own cases. */
    static java.util.stream.Stream<CaseworkWorld> both() {
        return Shared.BOTH.stream();
    }

    /** Two worlds of their own, for a test in which months pass. */
    static java.util.stream.Stream<CaseworkWorld> fresh() {
        return Databases.both().map(CaseworkWorld::new);
    }

    @Override
    public String toString() {
        return database.toString();
    }

    private void scan(String classes) {
        var scanner = new ClassPathBeanDefinitionScanner(context, false);
        scanner.addIncludeFilter(new RegexPatternTypeFilter(Pattern.compile(classes)) {
            @Override
            protected boolean match(org.springframework.core.type.ClassMetadata metadata) {
                return super.match(metadata) && isComponent(metadata.getClassName());
            }
        });
        scanner.scan(classes.substring(0, classes.indexOf('(') < 0 ? classes.length() : classes.indexOf('('))
                .replace("\\.", ".")
                .replaceAll("\\.?(\\.\\*)?$", ""));
    }

    private static boolean isComponent(String name) {
        try {
            return org.springframework.core.annotation.AnnotatedElementUtils.hasAnnotation(
                    Class.forName(name), org.springframework.stereotype.Component.class);
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("casework");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    <T> T the(Class<T> type) {
        return context.getBean(type);
    }

    /** A message arrives and is filed by page 40. */
    Inbound arrives(String mail, Mails as) {
        InboundId id = the(PlantedMail.class).classified(mail, as.classified());
        the(FilingSteps.class).file(id.value());
        return mail(id);
    }

    Inbound mail(InboundId id) {
        return the(Intake.class).find(id).orElseThrow();
    }

    CaseFile file(CaseId id) {
        return the(Cases.class).find(id).orElseThrow();
    }

    /** A police referral on a new case: the gate is PROPOSED. */
    Inbound referral(String policeReference) {
        return arrives(mailFrom("prevent.referrals@northmere.police.uk", "Referral"), Mails.referral(policeReference));
    }

    /** A case with an open gate. */
    CaseId openCase() {
        Inbound referral = referral("PCM/2026/" + System.nanoTime());
        CaseId id = referral.caseId().orElseThrow();
        the(Gates.class).confirm(id, new Confirmation(referral.id(), true), JO);
        return id;
    }

    RequestDraft draft(CaseId id, String... parties) {
        var addressees = new ArrayList<Addressee>();
        for (String party : parties) {
            addressees.add(Addressee.of(party));
        }
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("name", "T.R.");
        facts.put("born", "2001");
        return new RequestDraft(
                id,
                TransferKind.INFORMATION_REQUEST,
                addressees,
                List.of("known", "support"),
                "",
                facts,
                List.of(),
                clock.instant().atZone(java.time.ZoneOffset.UTC).toLocalDate().plusDays(7),
                Marking.OFFICIAL_SENSITIVE);
    }

    Approved ask(CaseId id, String... parties) {
        return (Approved) the(Requests.class).approve(draft(id, parties), JO, "key-" + System.nanoTime());
    }

    /** As another package publishes: heard in the running transaction. */
    void publish(Object event) {
        context.publishEvent(event);
    }

    /** Words of the alarms that stand about a case. */
    List<String> alarms(CaseId id) {
        return the(Alarms.class).raised().stream()
                .filter(alarm -> alarm.caseId().filter(id::equals).isPresent())
                .map(Alarm::word)
                .toList();
    }

    /** Words of the alarms that stand about a message. */
    List<String> alarms(InboundId id) {
        return the(Alarms.class).raised().stream()
                .filter(alarm -> alarm.message().filter(id::equals).isPresent())
                .map(Alarm::word)
                .toList();
    }

    List<String> timeline(CaseId id) {
        return the(Cases.class).timeline(id).stream().map(TimelineEntry::what).toList();
    }

    <T> List<T> events(Class<T> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    static String mailFrom(String from, String text, String... headers) {
        return "From: " + from + "\r\nTo: channel.spoc@brackenford.gov.uk\r\nSubject: test\r\n"
                + "Message-ID: <" + System.nanoTime() + "@test.example>\r\n"
                + String.join(
                        "",
                        java.util.Arrays.stream(headers).map(h -> h + "\r\n").toList())
                + "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + text + "\r\n";
    }
}
