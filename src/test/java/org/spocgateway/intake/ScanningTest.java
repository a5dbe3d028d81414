package org.spocgateway.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import net.lingala.zip4j.model.enums.EncryptionMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spocgateway.DemonstrationPki;
import org.spocgateway.LockedFiles;
import org.spocgateway.MailMaker;
import org.spocgateway.RunningGateway;
import org.spocgateway.envelope.Fault;
import org.spocgateway.envelope.UnreadableMail;
import org.spocgateway.scanner.RealClamd;
import org.spocgateway.scanner.Scan;
import org.spocgateway.scanner.Scanner;
import org.spocgateway.scanner.ScannerAway;
import org.spocgateway.scanner.ScannerSettings;
import org.spocgateway.terms.InboundId;

/** What arrives is scanned before anybody can see it: nothing gets past, and nothing is lost. */
class ScanningTest {
    private static final byte[] MALICIOUS = ("x " + RealClamd.MALICIOUS).getBytes(UTF_8);

    @Test
    void malicious_files_are_stopped_wherever_they_lie_and_the_bytes_stay_sealed() {
        try (var world = new IntakeWorld(new Own())) {
            var found = List.of(
                    world.accepted(police().attach("a.bin", "application/octet-stream", MALICIOUS)
                            .bytes()),
                    world.accepted(police().attach("a.bin", "application/octet-stream", MALICIOUS)
                            .sealedTo(IntakeWorld.PKI.certificate(DemonstrationPki.SPOC_2026))
                            .bytes()),
                    world.accepted(police().attach(
                                    "forwarded.eml",
                                    "message/rfc822",
                                    police().attach("a.bin", "application/octet-stream", MALICIOUS)
                                            .bytes())
                            .bytes()));
            InboundId clean = world.accepted(police().attach("a.bin", "application/octet-stream", new byte[9])
                    .bytes());
            world.work();

            for (InboundId each : found) {
                assertThat(world.find(each).fault()).contains(Fault.INFECTED);
                assertThat(world.find(each).opened()).isEmpty();
                assertThatThrownBy(() -> world.mail(each)).isInstanceOf(UnreadableMail.class);
                assertThatThrownBy(() -> world.raw(each)).isInstanceOf(UnreadableMail.class);
            }
            assertThat(world.find(clean).fault()).isEmpty();
        }
    }

    @Test
    void while_the_scanner_is_away_mail_waits_unread_and_then_goes_on() {
        var scanner = new Own();
        scanner.away = true;
        try (var world = new IntakeWorld(scanner)) {
            InboundId id = world.accepted(police().bytes());
            world.start();
            RunningGateway.await("it was tried twice", Duration.ofSeconds(20), () -> scanner.asked > 2);

            assertThat(world.find(id).state()).isEqualTo(InboundState.ACCEPTED);
            assertThat(world.held()).isEqualTo(1);

            scanner.away = false;
            world.work();
            assertThat(world.find(id).state()).isEqualTo(InboundState.WAITING);
            assertThat(world.find(id).fault()).isEmpty();
            assertThat(world.held()).isZero();
        }
    }

    @Test
    void what_the_scanner_does_not_take_is_held_with_its_own_code_and_can_be_scanned_again() {
        var scanner = new Own();
        scanner.most = 1000;
        try (var world = new IntakeWorld(scanner)) {
            InboundId id = world.accepted(police().attach("a.bin", "application/octet-stream", new byte[5000])
                    .bytes());
            world.work();
            assertThat(world.find(id).fault()).contains(Fault.SCAN_TOO_LARGE);

            scanner.most = Integer.MAX_VALUE;
            assertThat(world.scanAgain(id)).isTrue();
            world.work();
            assertThat(world.find(id).fault()).isEmpty();
            assertThat(world.scanAgain(id)).isFalse();
        }
    }

    @Test
    void a_file_that_a_password_opens_is_scanned_before_it_is_kept() {
        byte[] zip = LockedFiles.zip(Map.of("a.bin", MALICIOUS), LockedFiles.PASSWORD, EncryptionMethod.AES);
        var scanner = new Own();
        try (var world = new IntakeWorld(scanner)) {
            InboundId id = world.accepted(
                    police().attach("a.zip", "application/zip", zip).bytes());
            world.work();
            assertThat(world.find(id).fault()).contains(Fault.PASSWORD_FILE);

            scanner.away = true;
            assertThat(world.tries(id, LockedFiles.PASSWORD).fault()).contains(Fault.SCAN_AWAY);
            scanner.away = false;
            var tried = world.tries(id, LockedFiles.PASSWORD);
            assertThat(tried.fault()).contains(Fault.INFECTED);
            assertThat(tried.blobs()).isEmpty();
        }
    }

    @Test
    void the_same_with_clamav_itself(@TempDir Path folder) throws IOException {
        assumeTrue(RealClamd.installed().isPresent(), "skipped: clamd is not installed here");
        try (RealClamd clamd = RealClamd.start(folder)) {
            var settings = new ScannerSettings(clamd.address(), Duration.ofSeconds(20), Duration.ofMillis(300));
            try (var world = new IntakeWorld(settings.scanner())) {
                InboundId bad = world.accepted(police().attach("a.bin", "application/octet-stream", MALICIOUS)
                        .sealedTo(IntakeWorld.PKI.certificate(DemonstrationPki.SPOC_2026))
                        .bytes());
                InboundId good = world.accepted(police().bytes());
                InboundId large = world.accepted(
                        police().attach("b.bin", "application/octet-stream", new byte[RealClamd.MOST_BYTES])
                                .bytes());
                world.work();

                assertThat(world.find(bad).fault()).contains(Fault.INFECTED);
                assertThat(world.find(good).fault()).isEmpty();
                assertThat(world.find(large).fault()).contains(Fault.SCAN_TOO_LARGE);
            }
        }
    }

    private static MailMaker police() {
        return MailMaker.from(MailMaker.NORTHMERE)
                .to(MailMaker.SPOC)
                .subject("Channel referral")
                .arrivedWell()
                .text("Please see the file.");
    }

    /** Knows one pattern, as our own clamd does. */
    private static final class Own implements Scanner {
        volatile boolean away;
        volatile int most = Integer.MAX_VALUE;
        volatile int asked;

        @Override
        public Scan scan(InputStream content) throws IOException {
            asked++;
            if (away) {
                throw new ScannerAway("away");
            }
            byte[] all = content.readAllBytes();
            if (all.length > most) {
                return new Scan.TooLarge();
            }
            return new String(all, ISO_8859_1).contains(RealClamd.MALICIOUS)
                    ? new Scan.Infected("Own")
                    : new Scan.Clean();
        }
    }
}
