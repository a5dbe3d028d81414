package org.spocgateway.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import net.lingala.zip4j.model.enums.EncryptionMethod;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.spocgateway.DemonstrationPki;
import org.spocgateway.LockedFiles;
import org.spocgateway.MailMaker;
import org.spocgateway.RunningGateway;
import org.spocgateway.casework.CaseFile;
import org.spocgateway.casework.Cases;
import org.spocgateway.casework.TimelineEntry;
import org.spocgateway.intake.Inbound;
import org.spocgateway.intake.InboundState;
import org.spocgateway.intake.Intake;
import org.spocgateway.terms.Actor;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.Gate;
import org.spocgateway.wiring.Accounts;
import org.spocgateway.wiring.Added;

/** Police send a file with a password; an officer rings, types it, and the message is what it is (policy 4.1; K7). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PasswordFileTest {
    private static final String PASSWORD = "Xylophone-Quagmire-93";

    private RunningGateway gateway;
    private MailWorld world;
    private DeskBrowser jo;
    private Path state;

    @BeforeAll
    void start(@TempDir(cleanup = org.junit.jupiter.api.io.CleanupMode.ON_SUCCESS) Path folder) {
        DemonstrationPki pki = DemonstrationPki.shared();
        state = folder.resolve("state");
        world = new MailWorld(pki, 0, 0);
        gateway = RunningGateway.start(world, pki, state, Map.of());
        var made = (Added.Made) gateway.part(Accounts.class).add("jo.pendry", "Jo Pendry", Actor.Role.OFFICER);
        jo = new DeskBrowser(pki.tls(), "https://localhost:" + gateway.deskPort());
        jo.open("/").press("Sign in", Map.of("name", "jo.pendry", "word", made.word()));
    }

    @AfterAll
    void stop() {
        gateway.close();
        world.close();
    }

    @Test
    void a_referral_in_a_locked_archive_becomes_a_case_that_waits_for_confirmation() throws IOException {
        byte[] letter = LockedFiles.docx(
                "Channel referral PCM/2026/004213",
                "Please gather the information held by your partners about T.R. 2001.");
        byte[] zip = LockedFiles.zip(Map.of("Referral.docx", letter), PASSWORD, EncryptionMethod.AES);
        Inbound arrived = arrives("Secure document", zip, "Referral.zip");

        jo.open("/waiting/" + arrived.id().value());
        assertThat(jo.text())
                .contains("It holds a file that needs a password.", "Ring the sender on the number we hold");
        assertThat(jo.page().select("input[name=password]").attr("type")).isEqualTo("password");

        jo.press("Open the file", Map.of("password", ""));
        assertThat(jo.page().select(".govuk-error-summary").text()).contains("Type the password.");
        jo.press("Open the file", Map.of("password", "Xylophone"));
        assertThat(jo.page().select(".govuk-error-summary").text()).contains("The password does not open the file.");
        assertThat(jo.text()).contains("1 passwords did not open it so far.");
        assertThat(jo.page().location()).doesNotContain("Xylophone");
        assertThat(jo.source()).doesNotContain("Xylophone");

        jo.press("Open the file", Map.of("password", PASSWORD));
        assertThat(jo.text()).contains("The file is open. The message is being sorted again.");
        CaseId id = filed(arrived).caseId().orElseThrow();
        CaseFile file = gateway.part(Cases.class).find(id).orElseThrow();
        assertThat(file.gate()).isEqualTo(Gate.PROPOSED);
        assertThat(file.policeReferences()).containsExactly("PCM/2026/004213");
        assertThat(timeline(id)).contains("password-opened", "police-referral", "gate-proposed");

        jo.open("/cases/" + id.value());
        jo.press("Read the message", Map.of());
        assertThat(jo.text()).contains("Referral.docx", "Please gather the information held by your partners");
        jo.press("Get the file", Map.of());
        assertThat(jo.status()).isEqualTo(200);
        assertThat(gateway.part(Intake.class).raw(arrived.id()))
                .as("the original stays")
                .isNotEmpty();
        nowhere(PASSWORD);
    }

    @Test
    void a_message_that_was_put_on_a_case_unopened_says_there_what_it_says() {
        byte[] stop = LockedFiles.docx("PCM/2026/004300", "Please cease all enquiries. This is a live matter.");
        Inbound arrived =
                arrives("Secure document", LockedFiles.office(stop, PASSWORD, EncryptionMode.agile), "Letter.docx");
        CaseId id = gateway.part(Cases.class)
                .openFrom(arrived.id(), Actor.officer("jo-pendry"))
                .orElseThrow();

        jo.open("/cases/" + id.value());
        jo.press("Open the file", Map.of("password", PASSWORD));

        RunningGateway.await(
                "the case is stopped",
                Duration.ofSeconds(20),
                () -> gateway.part(Cases.class).find(id).orElseThrow().gate() == Gate.STOPPED);
        assertThat(timeline(id)).contains("password-opened", "police-stop", "gate-stopped");
        assertThat(jo.open("/cases/" + id.value()).offers("Open the file")).isFalse();
    }

    @Test
    void the_mail_with_the_password_is_shown_next_to_the_locked_file_and_says_itself_what_it_is() throws IOException {
        byte[] zip = LockedFiles.zip(Map.of("a.docx", LockedFiles.docx("A letter")), PASSWORD, EncryptionMethod.AES);
        Inbound locked = arrives("Secure document", zip, "a.zip");
        Inbound password = arrives(MailMaker.from(MailMaker.WHITLOCK)
                .to(MailMaker.SPOC)
                .subject("RE: Secure document")
                .text("The password is Kestrel.4827.Moor")
                .bytes());

        jo.open("/waiting/" + locked.id().value());
        assertThat(jo.text()).contains("The password may be in the mail of", "Look at that mail");
        assertThat(jo.page().select(".gateway-pointers a").attr("href"))
                .isEqualTo("/waiting/" + password.id().value());
        jo.open("/waiting/" + password.id().value());
        assertThat(jo.text())
                .contains(
                        "It seems to hold only a password for a file in another mail.",
                        "Type the password where the locked file waits.",
                        "The locked file may be in the mail of")
                .doesNotContain("Kestrel.4827.Moor");

        CaseId id = gateway.part(Cases.class)
                .openFrom(locked.id(), Actor.officer("jo-pendry"))
                .orElseThrow();
        jo.open("/cases/" + id.value());
        assertThat(jo.text()).contains("The password may be in the mail of").doesNotContain("Kestrel.4827.Moor");
        nowhere("Kestrel.4827.Moor");
    }

    @Test
    void the_old_cipher_proposes_nothing_even_with_the_right_password() {
        byte[] letter = LockedFiles.docx(
                "Channel referral PCM/2026/004400", "Please gather the information held by your partners.");
        Inbound arrived = arrives(
                "Secure document",
                LockedFiles.zip(Map.of("Referral.docx", letter), PASSWORD, EncryptionMethod.ZIP_STANDARD),
                "Referral.zip");

        jo.open("/waiting/" + arrived.id().value());
        jo.press("Open the file", Map.of("password", PASSWORD));

        RunningGateway.await(
                "it is sorted again",
                Duration.ofSeconds(20),
                () -> gateway.part(Intake.class)
                        .find(arrived.id())
                        .orElseThrow()
                        .waitingFor()
                        .filter("arrived-insecurely"::equals)
                        .isPresent());
    }

    private Inbound arrives(String subject, byte[] file, String name) {
        List<Inbound> before = gateway.part(Intake.class).inFrontOfAPerson();
        byte[] mail = MailMaker.from(MailMaker.NORTHMERE)
                .to(MailMaker.SPOC)
                .subject(subject)
                .text("Please see the file.")
                .attach(name, "application/octet-stream", file)
                .bytes();
        return arrives(before, mail);
    }

    private Inbound arrives(byte[] mail) {
        return arrives(gateway.part(Intake.class).inFrontOfAPerson(), mail);
    }

    private Inbound arrives(List<Inbound> before, byte[] mail) {
        world.arrive(MailMaker.SPOC, mail, "TLSv1.3", "pass", "northmere.police.uk");
        Supplier<Optional<Inbound>> arrived = () -> gateway.part(Intake.class).inFrontOfAPerson().stream()
                .filter(each -> before.stream().noneMatch(old -> old.id().equals(each.id())))
                .filter(each -> each.state() == InboundState.WAITING)
                .findFirst();
        RunningGateway.await(
                "it waits for a person",
                Duration.ofSeconds(30),
                () -> arrived.get().isPresent());
        return arrived.get().orElseThrow();
    }

    private Inbound filed(Inbound message) {
        Supplier<Inbound> now =
                () -> gateway.part(Intake.class).find(message.id()).orElseThrow();
        RunningGateway.await(
                "it is on a case", Duration.ofSeconds(30), () -> now.get().state() == InboundState.FILED);
        return now.get();
    }

    private List<String> timeline(CaseId id) {
        return gateway.part(Cases.class).timeline(id).stream()
                .map(TimelineEntry::what)
                .toList();
    }

    /** Neither in the log file nor in any other file of the gateway. */
    private void nowhere(String word) throws IOException {
        try (var files = Files.walk(state)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1)
                                .contains(word))
                        .as(state.relativize(file).toString())
                        .isFalse();
            }
        }
    }
}
