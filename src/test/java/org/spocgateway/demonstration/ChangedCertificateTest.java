package org.spocgateway.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.spocgateway.DemonstrationPki;
import org.spocgateway.MailMaker;
import org.spocgateway.RunningGateway;
import org.spocgateway.intake.Inbound;
import org.spocgateway.intake.InboundState;
import org.spocgateway.intake.Intake;
import org.spocgateway.terms.Actor;
import org.spocgateway.wiring.Accounts;
import org.spocgateway.wiring.Added;
import org.spocgateway.wiring.AdminCommands;

/** A known sender's new certificate, approved on the desk with the end of the fingerprint that they read out. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChangedCertificateTest {
    private RunningGateway gateway;
    private MailWorld world;
    private DeskBrowser jo;
    private DemonstrationPki pki;

    @BeforeAll
    void start(@TempDir(cleanup = org.junit.jupiter.api.io.CleanupMode.ON_SUCCESS) Path folder) {
        pki = DemonstrationPki.shared();
        world = new MailWorld(pki, 0, 0);
        gateway = RunningGateway.start(world, pki, folder.resolve("state"), Map.of());
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
    void an_officer_approves_it_and_the_message_becomes_a_verified_referral() {
        byte[] mail = MailMaker.from(MailMaker.NORTHMERE)
                .to(MailMaker.SPOC)
                .subject("Channel referral - PCM/2026/004777")
                .text("Please gather relevant information on T.R. 2001.")
                .signedBy(pki.stranger("Northmere Prevent 2027", MailMaker.NORTHMERE))
                .bytes();
        world.arrive(MailMaker.SPOC, mail, "TLSv1.3", "pass", "northmere.police.uk");
        Intake intake = gateway.part(Intake.class);
        RunningGateway.await(
                "it waits",
                Duration.ofSeconds(30),
                () -> intake.inFrontOfAPerson().stream().anyMatch(each -> each.state() == InboundState.WAITING));
        Inbound waiting = intake.inFrontOfAPerson().get(0);
        String fingerprint = waiting.signer().orElseThrow().thumbprint().hex();

        jo.open("/waiting/" + waiting.id().value());
        assertThat(jo.text()).contains("waits for approval", "020 7946 0142", fingerprint);
        jo.press("Approve the certificate", Map.of("fingerprint", "00000000"));
        assertThat(jo.page().select(".govuk-error-summary").text()).contains("That is not the end");
        assertThat(intake.find(waiting.id()).orElseThrow().verified()).isFalse();
        jo.press(
                "Approve the certificate",
                Map.of("fingerprint", fingerprint.substring(56, 60) + " " + fingerprint.substring(60)));
        assertThat(jo.text()).contains("The certificate is approved.");

        RunningGateway.await(
                "it is a referral",
                Duration.ofSeconds(30),
                () -> intake.find(waiting.id()).orElseThrow().state() == InboundState.FILED);
        assertThat(intake.find(waiting.id()).orElseThrow().verified()).isTrue();

        AdminCommands commands = gateway.part(AdminCommands.class);
        assertThat(commands.run(List.of("signer-list")).lines().get(0)).startsWith(fingerprint);
        assertThat(commands.run(List.of("signer-withdraw", fingerprint)).code()).isZero();
        assertThat(commands.run(List.of("signer-withdraw", fingerprint)).code()).isOne();
    }
}
