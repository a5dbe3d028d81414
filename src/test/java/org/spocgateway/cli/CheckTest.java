package org.spocgateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spocgateway.DemonstrationPki;

class CheckTest {
    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void install() {
        shell = new Shell(folder);
    }

    @Test
    void a_whole_installation_has_nothing_wrong_and_says_what_h2_and_the_signer_are_worth() {
        Shell.Result result = shell.run("check");
        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .doesNotContain("ERROR")
                .doesNotContain("WARNING")
                .contains("protected by triggers and by proof")
                .contains("No virus scanner is asked")
                .contains("0 errors, 0 warnings, 4 notes");
        assertThat(result.code()).isZero();
    }

    @Test
    void three_planted_faults_are_told_with_file_line_and_fix() {
        shell.installation
                .replace("directory/partners.yaml", "    kind: CONTRACTED", "    knid: CONTRACTED")
                .replace("channels.yaml", "next-hop: public-relay", "next-hop: publik-relay")
                .replace("release-rules.yaml", "information-request: [R22, R1,", "information-request: [R22,");
        Shell.Result result = shell.run("check");
        assertThat(result.out())
                .contains(shell.line("directory/partners.yaml", "knid") + "  The key 'knid' is not known here.")
                .contains("fix: Did you mean kind?")
                .contains(shell.line("channels.yaml", "publik-relay") + "  There is no next hop publik-relay.")
                .contains("fix: Add it under next-hops in channels.yaml, or correct the name.")
                .contains(shell.line("release-rules.yaml", "information-request:")
                        + "  Rule R1 may not be left out of information-request.")
                .contains("fix: Put it back.");
        assertThat(result.code()).isEqualTo(2);
    }

    @Test
    void a_scanner_is_told_by_where_it_listens_and_what_it_answers() throws Exception {
        shell.installation.replace("application.yaml", "address: \"\"", "address: \"tcp:192.0.2.7:3310\"");
        assertThat(shell.run("check").out()).contains("opened mail goes there unencrypted");
        shell.installation.replace("application.yaml", "tcp:192.0.2.7:3310", "clamd");
        Shell.Result wrong = shell.run("check");
        assertThat(wrong.out()).contains("a scanner's address is unix:/path/of/the/socket or tcp:host:port.");
        assertThat(wrong.code()).isEqualTo(2);
    }

    @Test
    void a_secret_in_a_file_is_told_and_not_repeated() {
        shell.installation.replace("application.yaml", "password: \"\"", "password: hunter2");
        Shell.Result result = shell.run("check");
        assertThat(result.out()).contains("A secret stands under 'password'").doesNotContain("hunter2");
        assertThat(result.code()).isEqualTo(2);
    }

    @Test
    void a_key_that_others_can_read_and_one_that_is_not_there_are_told() {
        Shell.chmod(shell.pki.keyFile(DemonstrationPki.SPOC_2026), "rw-r--r--");
        shell.installation.replace("application.yaml", "spoc-2025.p12", "spoc-2024.p12");
        Shell.Result result = shell.run("check");
        assertThat(result.out()).contains("spoc-2026.p12 can be read by others").contains("spoc-2024.p12 is missing");
        assertThat(result.code()).isEqualTo(2);
    }

    @Test
    void a_key_that_does_not_belong_to_its_certificate_is_told() {
        shell.installation.replace("application.yaml", "spoc-2025.p12", "spoc-2026.p12");
        assertThat(shell.run("check").out()).contains("Key spoc-2025 does not belong to");
    }

    @Test
    void a_key_in_a_token_is_looked_at_and_a_key_in_two_places_is_told_with_its_line() {
        Path nowhere = folder.resolve("nowhere.so");
        shell.installation.replace("application.yaml", "spoc-2025.p12", "spoc-2025.p12, token: " + nowhere);
        Shell.Result twice = shell.run("check");
        shell.installation
                .replace("application.yaml", ", token: " + nowhere, "")
                .replace(
                        "application.yaml",
                        "keys:\n",
                        "keys:\n      - { name: spoc-token, token: " + nowhere + ", slot: 0, alias: spoc-2026 }\n");
        shell.write(folder.resolve("secrets/gateway.secrets.spoc-token"), "x".getBytes(StandardCharsets.UTF_8));
        Shell.Result missing = shell.run("check");

        assertThat(twice.out())
                .containsPattern("application.yaml:\\d+  Key spoc-2025 stands nowhere, or in two places.")
                .contains("give either store");
        assertThat(missing.out())
                .contains("Key spoc-token cannot be used.")
                .contains("there is no readable PKCS#11 library " + nowhere);
    }

    @Test
    void a_limit_out_of_range_is_told_with_its_line() {
        shell.installation.replace("application.yaml", "megabytes: 150", "megabytes: 5000");
        assertThat(shell.run("check").out())
                .containsPattern("application.yaml:\\d+  'megabytes' should be a number.")
                .contains("Write a number from 1 to 500.");
    }

    @Test
    void openpgp_keys_are_looked_at_as_the_others() {
        shell.installation.replace(
                "application.yaml",
                "openpgp-keys: []",
                "openpgp-keys: [{ name: spoc-pgp, file: " + folder.resolve("spoc-pgp.asc") + " }]");
        assertThat(shell.run("check").out()).contains("spoc-pgp.asc is missing");
        shell.write(folder.resolve("spoc-pgp.asc"), "no key".getBytes(StandardCharsets.UTF_8));
        Shell.chmod(folder.resolve("spoc-pgp.asc"), "rw-------");
        assertThat(shell.run("check").out()).contains("There is no password for key spoc-pgp.");
        shell.write(folder.resolve("secrets/gateway.secrets.spoc-pgp"), "x".getBytes(StandardCharsets.UTF_8));
        shell.write(shell.pki.certs().resolve("forces/nobodys.asc"), "no key".getBytes(StandardCharsets.UTF_8));
        Shell.Result result = shell.run("check");
        assertThat(result.out())
                .contains("Key spoc-pgp cannot be used.")
                .contains("spoc-pgp.asc is not one OpenPGP secret key")
                .contains("nobodys.asc:1  Nobody names this certificate.");
        assertThat(result.code()).isEqualTo(2);
    }

    @Test
    void dates_that_come_near_and_closed_addresses_are_warned_of() {
        shell.installation
                .replace("directory/agreements.yaml", "until: 2027-03-31", "until: 2026-12-24")
                .replace(
                        "directory/partners.yaml",
                        "[casework@harbourlight.example]",
                        "[casework@harbourlight.gcsx.gov.uk]");
        Shell.Result result = shell.run("check");
        assertThat(result.out())
                .contains("The agreement with Northmere Police ends in 30 days (R25).")
                .contains("An address of harbourlight is in gcsx.gov.uk, closed on 2019-03-31");
        assertThat(result.code()).isEqualTo(1);
    }

    @Test
    void a_profile_whose_time_is_over_is_warned_of_with_its_last_day() {
        shell.installation.replace("channels.yaml", "in-force: modern", "in-force: gcsx-2017");
        Shell.Result result = shell.run("check");
        assertThat(result.out())
                .contains("The profile gcsx-2017 is in force outside its dates: it ended on 2019-03-31.")
                .contains("fix: Put the profile of today in force.");
        assertThat(result.code()).isEqualTo(1);
    }

    @Test
    void a_list_of_bank_holidays_that_runs_out_is_warned_of_in_time() {
        shell.installation.replace("directory/calendar.yaml", "until: 2027-12-31", "until: 2027-03-01");
        assertThat(shell.run("check").out()).contains("A bank holiday of the list is later");

        shell.installation.replace("directory/calendar.yaml", "    - 2027-", "    - 2026-");
        assertThat(shell.run("check").out()).as("97 days before").doesNotContain("list of bank holidays");

        shell.installation.replace("directory/calendar.yaml", "until: 2027-03-01", "until: 2026-12-31");
        Shell.Result result = shell.run("check");
        assertThat(result.out())
                .contains("WARNING " + shell.line("directory/calendar.yaml", "until:")
                        + "  The list of bank holidays ends on 2026-12-31; later days are reckoned by rule")
                .contains("fix: Add the days that are announced");
        assertThat(result.code()).isEqualTo(1);
    }

    @Test
    void live_connects_as_far_as_tls_and_tells_who_is_away() throws Exception {
        try (Socket bound = new Socket()) { // keeps the number, so that no other server gets it, and accepts nobody
            bound.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            int port = bound.getLocalPort();
            for (String host : List.of(
                    "relay.brackenford.gov.uk",
                    "relay.gcsx.brackenford.gov.uk",
                    "secure-out.brackenford.gov.uk",
                    "notices.brackenford.gov.uk")) {
                shell.installation.replace("channels.yaml", host, "127.0.0.1");
            }
            shell.installation.replace("channels.yaml", "port: 587", "port: " + port);
            shell.installation.replace("application.yaml", "port: 993", "port: " + port);
            Shell.Result result = shell.run("check", "--live");
            assertThat(result.out())
                    .contains("Next hop public-relay does not answer as it should: no connection to 127.0.0.1:" + port);
            assertThat(result.code()).isEqualTo(3);
        }
    }

    @Test
    void json_is_one_list() {
        assertThat(shell.run("check", "--json").out()).startsWith("[").contains("\"level\" : \"NOTE\"");
    }

    @Test
    void only_known_words_are_commands_and_everything_else_starts_the_server() {
        assertThat(Commands.isCommand(new String[] {"check"})).isTrue();
        assertThat(Commands.isCommand(new String[] {"explain", "--to", "x@y.example"}))
                .isTrue();
        assertThat(Commands.isCommand(new String[] {"--help"})).isTrue();
        assertThat(Commands.isCommand(new String[] {"--server.port=1"})).isFalse();
        assertThat(Commands.isCommand(new String[0])).isFalse();
    }

    @Test
    void a_revocation_list_that_proves_nothing_any_more_is_told() throws Exception {
        Path list = shell.pki.certs().resolve("crl/smime-ca.crl");
        var late = new RevocationDates(list.getParent(), Instant.parse("2099-01-01T00:00:00Z"));
        var inTime = new RevocationDates(list.getParent(), Instant.parse("2026-11-24T00:00:00Z"));
        assertThat(late.findings())
                .extracting(Finding::sentence)
                .singleElement()
                .asString()
                .startsWith("This revocation list was to be renewed by 20");
        assertThat(inTime.findings()).isEmpty();

        shell.write(list, "no list".getBytes(StandardCharsets.UTF_8));
        Shell.Result result = shell.run("check");
        assertThat(result.out()).contains("smime-ca.crl:1  This is no revocation list.");
        assertThat(result.code()).isEqualTo(1);
    }
}
