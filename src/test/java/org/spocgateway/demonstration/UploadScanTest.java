package org.spocgateway.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.spocgateway.DemonstrationPki;
import org.spocgateway.MailMaker;
import org.spocgateway.RunningGateway;
import org.spocgateway.casework.Cases;
import org.spocgateway.casework.Confirmation;
import org.spocgateway.casework.Gates;
import org.spocgateway.scanner.ScannerServer;
import org.spocgateway.submission.ApiTokens;
import org.spocgateway.terms.Actor;
import org.spocgateway.terms.CaseId;
import org.spocgateway.wiring.Accounts;
import org.spocgateway.wiring.Added;

/** What officers and their programs attach to a request passes the virus scanner too: nothing unscanned goes to a partner. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UploadScanTest {
    private static final String INFECTED = "stream: Invented.Test.Signature FOUND\0";

    private final AtomicReference<String> said = new AtomicReference<>("stream: OK\0");
    private ScannerServer scanner;
    private RunningGateway gateway;
    private MailWorld world;
    private DeskBrowser jo;
    private CaseId id;
    private String token;

    @BeforeAll
    void start(@TempDir(cleanup = org.junit.jupiter.api.io.CleanupMode.ON_SUCCESS) Path folder) throws Exception {
        DemonstrationPki pki = DemonstrationPki.shared();
        scanner = ScannerServer.unix(folder, this::answer);
        world = new MailWorld(pki, 0, 0);
        gateway = RunningGateway.start(
                world, pki, folder.resolve("state"), Map.of("gateway.intake.scanner.address", scanner.address()));
        var made = (Added.Made) gateway.part(Accounts.class).add("jo.pendry", "Jo Pendry", Actor.Role.OFFICER);
        jo = new DeskBrowser(pki.tls(), "https://localhost:" + gateway.deskPort());
        jo.open("/").press("Sign in", Map.of("name", "jo.pendry", "word", made.word()));
        token = gateway.part(ApiTokens.class).add(made.account().id());
        id = referral(Actor.officer(made.account().id()));
    }

    @AfterAll
    void stop() throws Exception {
        gateway.close();
        world.close();
        scanner.close();
    }

    private void answer(InputStream in, OutputStream out) throws java.io.IOException {
        ScannerServer.answering(said.get()).on(in, out);
    }

    private CaseId referral(Actor officer) {
        byte[] mail = MailMaker.from(MailMaker.NORTHMERE)
                .to(MailMaker.SPOC)
                .subject("Channel referral PCM/2026/004213")
                .text("Please gather the information held by your partners about T.R. 2001.")
                .bytes();
        world.arrive(MailMaker.SPOC, mail, "TLSv1.3", "pass", "northmere.police.uk");
        Cases cases = gateway.part(Cases.class);
        RunningGateway.await(
                "a case", java.time.Duration.ofSeconds(30), () -> !cases.open().isEmpty());
        CaseId opened = cases.open().get(0).id();
        var message = cases.find(opened)
                .orElseThrow()
                .proposal()
                .orElseThrow()
                .message()
                .orElseThrow();
        gateway.part(Gates.class).confirm(opened, new Confirmation(message, true), officer);
        return opened;
    }

    @Test
    void an_infected_file_is_not_taken_at_the_desk_and_the_officer_is_told_what_to_do() {
        said.set(INFECTED);
        jo.open("/cases/" + id.value() + "/ask/partners").press("Continue", Map.of("partners", "tidewell-homes"));
        jo.open("/cases/" + id.value() + "/ask/files").upload("Add this file", "letter.pdf", 1000);
        assertThat(jo.text())
                .contains("The virus scanner knows this file as malicious. It was not taken. Tell IT.")
                .doesNotContain("letter.pdf");

        said.set("stream: OK\0");
        jo.open("/cases/" + id.value() + "/ask/files").upload("Add this file", "letter.pdf", 1000);
        assertThat(jo.text()).contains("letter.pdf").doesNotContain("malicious");
    }

    @Test
    void an_infected_attachment_of_a_program_is_refused_and_nothing_is_approved() throws Exception {
        said.set(INFECTED);
        HttpResponse<String> answer = post();
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("infected-attachment", "The virus scanner knows an attachment as malicious.");

        said.set("nobody is here");
        assertThat(post().body()).contains("scanner-away", "Try again in a few minutes.");
    }

    private HttpResponse<String> post() throws Exception {
        String reference =
                gateway.part(Cases.class).find(id).orElseThrow().reference().value();
        String json = """
                {"caseReference": "%s", "partners": ["tidewell-homes"], "questions": ["known"], "fields": [],
                 "replyBy": "2030-01-01", "attachments": [{"name": "a.pdf", "type": "application/pdf", "base64": "eHh4"}]}
                """.formatted(reference);
        var request = HttpRequest.newBuilder(URI.create("https://localhost:" + gateway.deskPort() + "/api/v1/requests"))
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", "one")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        return HttpClient.newBuilder()
                .sslContext(DemonstrationPki.shared().tls())
                .build()
                .send(request, HttpResponse.BodyHandlers.ofString());
    }
}
