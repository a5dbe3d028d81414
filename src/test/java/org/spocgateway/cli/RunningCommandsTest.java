package org.spocgateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spocgateway.DemonstrationPki;
import org.spocgateway.RunningGateway;
import org.spocgateway.demonstration.MailWorld;

/** Commands that speak to a running gateway. */
class RunningCommandsTest {
    @TempDir
    static Path folder;

    private static DemonstrationPki pki;
    private static MailWorld world;
    private static RunningGateway gateway;

    /** What a command left behind. */
    private record Result(int code, String out, String err) {}

    @BeforeAll
    static void start() {
        pki = DemonstrationPki.shared();
        world = new MailWorld(pki, 0, 0);
        gateway = RunningGateway.start(world, pki, folder.resolve("state"), Map.of());
    }

    @AfterAll
    static void stop() {
        gateway.close();
        world.close();
    }

    @Test
    void an_account_is_made_with_a_word_that_is_shown_once() {
        Result made = run("user", "add", "ros.hale", "--name", "Ros Hale", "--role", "officer");
        assertThat(made.code()).as(made.err()).isZero();
        assertThat(made.out())
                .containsPattern("officer-[0-9]+")
                .containsPattern("(?m)^[a-z]+-[a-z]+-[0-9]{2}$")
                .contains("/sign-in");
        assertThat(run("user", "add", "ros.hale", "--name", "Ros Hale", "--role", "reviewer")
                        .code())
                .isEqualTo(1);
        assertThat(run("user", "word", "ros.hale").code()).isZero();
        assertThat(run("user", "word", "nobody.here").code()).isEqualTo(1);
        assertThat(run("user", "close", "ros.hale").code()).isZero();
    }

    @Test
    void a_transfer_nobody_knows_is_not_explained_and_a_rehearsal_of_the_same_policy_differs_nowhere()
            throws IOException {
        assertThat(run("explain", "--transfer", "0".repeat(26)).code()).isEqualTo(1);
        assertThat(run("explain", "--transfer", "no id").code()).isEqualTo(2);
        String certs = pki.certs().toString();
        Result held = run("rehearse", "--config", "config", "--certs", certs);
        assertThat(held.code()).as(held.err() + held.out()).isZero();
        assertThat(held.out()).contains("0 would be otherwise");

        Result faults = run("rehearse", "--config", folder.toString(), "--certs", certs);
        assertThat(faults.code()).isEqualTo(2);
        assertThat(faults.out()).containsPattern("release-rules.yaml:1");
    }

    @Test
    void an_officer_is_never_a_reviewer_and_check_asks_the_running_gateway() {
        assertThat(run("user", "add", "jo.reviews", "--name", "Jo Pendry", "--role", "reviewer")
                        .out())
                .contains("Officer and reviewer are never one person.");
        assertThat(run("check", "--config", "config", "--certs", pki.certs().toString())
                        .out())
                .doesNotContain("No gateway runs here");
    }

    @Test
    void a_request_is_put_to_the_same_rules_and_every_fault_comes_back() throws IOException {
        assertThat(run("user", "add", "sam.reed", "--name", "Sam Reed", "--role", "officer")
                        .code())
                .isZero();
        String token = run("user", "token", "sam.reed")
                .out()
                .lines()
                .filter(line -> line.startsWith("spoc_"))
                .findFirst()
                .orElseThrow();
        Result asked = request(Files.writeString(folder.resolve("token"), token));
        assertThat(asked.out()).contains("There is no open case of this reference");
        assertThat(asked.code()).isEqualTo(1);
        assertThat(run("user", "token", "sam.reed", "--revoke").out()).contains("Tokens revoked: 1.");
        Result again = request(folder.resolve("token"));
        assertThat(again.out()).doesNotContain("There is no open case");
        assertThat(again.code()).isEqualTo(1);
    }

    private Result request(Path token) {
        return run(
                "request",
                "--url",
                "https://localhost:" + gateway.deskPort(),
                "--authority",
                pki.certs().resolve("relays/relay-ca.pem").toString(),
                "--token-file",
                token.toString(),
                "--case",
                "KESTREL-0000",
                "--to",
                "larkhill-nhs-trust",
                "--reply-by",
                "2026-12-01");
    }

    @Test
    void the_log_is_exported_to_a_file_of_ones_own_and_verifies() throws IOException {
        Path zip = folder.resolve("log.zip");
        Result exported = run("log", "export", zip.toString());
        assertThat(exported.code()).as(exported.err()).isZero();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(zip)))
                .isEqualTo("rw-------");
        Result verified = run(
                "log",
                "verify",
                zip.toString(),
                "--key",
                folder.resolve("state/log.vkey").toString());
        assertThat(verified.code()).as(verified.out()).isZero();
        assertThat(run("log", "export", zip.toString()).code()).isEqualTo(2);
    }

    @Test
    void only_its_own_user_may_speak_to_it() throws IOException {
        Path socket = folder.resolve("state/command.sock");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket)))
                .isEqualTo("rw-------");
    }

    @Test
    void without_a_running_gateway_the_command_says_so() {
        var err = new StringWriter();
        int code = Commands.run(
                new String[] {
                    "user", "word", "jo", "--state", folder.resolve("elsewhere").toString()
                },
                new PrintWriter(new StringWriter()),
                new PrintWriter(err, true),
                Clock.systemUTC());
        assertThat(code).isEqualTo(3);
        assertThat(err.toString()).contains("start it first");
    }

    private static Result run(String... command) {
        var words = new ArrayList<>(List.of(command));
        boolean local =
                command[0].equals("request") || String.join(" ", command).startsWith("log verify");
        words.addAll(
                local ? List.of() : List.of("--state", folder.resolve("state").toString()));
        var out = new StringWriter();
        var err = new StringWriter();
        int code = Commands.run(
                words.toArray(new String[0]),
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                Clock.systemUTC());
        return new Result(code, out.toString(), err.toString());
    }
}
