package org.spocgateway.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spocgateway.Installation;
import org.spocgateway.terms.MailAddress;

class DirectoryTest {
    @TempDir
    Path folder;

    private Installation installation;

    @BeforeEach
    void copy() {
        installation = Installation.in(folder);
    }

    @Test
    void the_invented_council_is_read_whole() {
        Directory directory = installation.directory();
        assertThat(directory.hash()).matches("[0-9a-f]{64}");
        assertThat(directory.council().spocMailbox()).isEqualTo(new MailAddress("channel.spoc@brackenford.gov.uk"));
        assertThat(directory.council().secureIdentity()).isEqualTo(new MailAddress("channel.spoc@brackenford.gov.uk"));
        assertThat(directory.forces()).singleElement().satisfies(force -> {
            assertThat(force.preventMailbox()).isEqualTo(new MailAddress("prevent.referrals@northmere.police.uk"));
            assertThat(force.telephone()).isEqualTo("020 7946 0142");
            assertThat(force.signers()).hasSize(2);
            assertThat(force.sealTo()).isPresent();
        });
        assertThat(directory.safeguardingFrontDoors()).hasSize(2);
        assertThat(directory.questions().stream().filter(Question::inPolicy)).hasSize(3);
        assertThat(directory.nextHop("council-relay")).isPresent();
        assertThat(directory.ownCertificates()).containsKeys("spoc-2025", "spoc-2026", "secure-identity-2026");
        assertThat(directory.agreement("northmere").orElseThrow().inForce(LocalDate.of(2026, 11, 24)))
                .isTrue();
    }

    @Test
    void an_address_belongs_to_whoever_lists_it_and_to_nobody_else() {
        Directory directory = installation.directory();
        assertThat(directory
                        .at(new MailAddress("larkhill.safeguarding@nhs.net"))
                        .orElseThrow()
                        .id())
                .isEqualTo("larkhill-nhs-trust");
        assertThat(directory.at(new MailAddress("somebody.else@nhs.net"))).isEmpty();
        assertThat(directory.at(new MailAddress("councillor@brackenford.gov.uk")))
                .isEmpty();
    }

    @Test
    void a_force_is_found_on_whole_labels_only() {
        Directory directory = installation.directory();
        assertThat(directory.forceOf(new MailAddress("new.officer@northmere.police.uk")))
                .isPresent();
        assertThat(directory.forceOf(new MailAddress("x@cid.northmere.police.uk")))
                .isPresent();
        assertThat(directory.forceOf(new MailAddress("x@xnorthmere.police.uk"))).isEmpty();
        assertThat(directory.forceOf(new MailAddress("x@northmere.police.uk.example")))
                .isEmpty();
    }

    @Test
    void the_hash_changes_with_one_byte_of_any_file_and_with_a_certificate() throws Exception {
        String before = installation.directory().hash();
        assertThat(installation.directory().hash()).isEqualTo(before);
        installation.append("directory/panel.yaml", "# a remark\n");
        String after = installation.directory().hash();
        assertThat(after).isNotEqualTo(before);
        Files.delete(installation.certs().resolve("partners/larkhill-safeguarding.pem"));
        installation.makeCertificate("partners/larkhill-safeguarding.pem");
        assertThat(installation.directory().hash()).isNotEqualTo(after);
    }

    @Test
    void every_value_knows_its_file_and_line() {
        Directory directory = installation.directory();
        int line = installation.lineOf("directory/partners.yaml", "kind: CONTRACTED");
        assertThat(directory.origins().of("tidewell-homes", "kind"))
                .contains(new Origin("directory/partners.yaml", line));
    }

    @Test
    void other_hosts_and_ports_can_be_laid_over_the_next_hops() {
        Directory directory = installation
                .directory()
                .withNextHops(hop -> new NextHop(
                        hop.id(),
                        "localhost",
                        4_587,
                        hop.implicitTls(),
                        hop.authorities(),
                        hop.isRelay(),
                        hop.accountSecret()));
        assertThat(directory.nextHop("public-relay").orElseThrow().host()).isEqualTo("localhost");
        assertThat(directory.hash()).isEqualTo(installation.directory().hash());
    }

    @Test
    void all_faults_are_told_at_once_with_file_line_and_fix() {
        installation
                .replace("directory/partners.yaml", "    kind: CONTRACTED", "    knid: CONTRACTED")
                .replace("directory/partners.yaml", "    telephone: 020 7946 0154\n", "")
                .replace("directory/partners.yaml", "partners/larkhill-safeguarding.pem", "partners/gone.pem")
                .replace("directory/agreements.yaml", "until: 2027-03-31", "until: 2026-03-31")
                .replace("directory/agreements.yaml", "force: northmere", "force: southmere")
                .replace("channels.yaml", "next-hop: public-relay", "next-hop: publik-relay")
                .replace("directory/officers.yaml", "jo.pendry@brackenford.gov.uk", "jo pendry@brackenford.gov.uk")
                .replace("directory/officers.yaml", "marta.quill@", "adults.socialcare@")
                .append("directory/council.yaml", "password: hunter2\n");
        assertThatThrownBy(installation::directory)
                .isInstanceOfSatisfying(
                        ConfigurationFaults.class,
                        thrown -> assertThat(thrown.faults())
                                .extracting(ConfigurationFault::sentence)
                                .containsExactlyInAnyOrder(
                                        "There is no next hop publik-relay.",
                                        "This agreement ends before it was signed.",
                                        "There is no force southmere.",
                                        "A secret stands under 'password' in a file that people read and copy.",
                                        "The key 'password' is not known here.",
                                        "'addresses' is not a mail address that can be used.",
                                        "An address of adults-social-care also belongs to marta-quill.",
                                        "There is no certificate certs/partners/gone.pem.",
                                        "'kind' is missing.",
                                        "The key 'knid' is not known here.",
                                        "There is no telephone number."));
    }

    @Test
    void a_misspelt_key_is_told_with_the_word_that_was_meant() {
        installation.replace("directory/partners.yaml", "    kind: CONTRACTED", "    knid: CONTRACTED");
        int line = installation.lineOf("directory/partners.yaml", "knid");
        assertThatThrownBy(installation::directory)
                .isInstanceOfSatisfying(
                        ConfigurationFaults.class,
                        thrown -> assertThat(thrown.faults())
                                .contains(new ConfigurationFault(
                                        "directory/partners.yaml",
                                        line,
                                        "The key 'knid' is not known here.",
                                        "Did you mean kind?")));
    }

    @Test
    void domains_of_two_forces_may_not_overlap() {
        installation.append("directory/forces.yaml", """
                  - id: southmere
                    name: Southmere Police
                    domains: [cid.northmere.police.uk]
                    telephone: 020 7946 0143
                    mailboxes:
                      - address: prevent@cid.northmere.police.uk
                """);
        assertThatThrownBy(installation::directory).hasMessageContaining("overlaps northmere.police.uk of northmere");
    }

    @Test
    void a_private_key_below_certs_is_refused() throws Exception {
        Path file = installation.certs().resolve("own/spoc-2026.pem");
        Files.writeString(file, "-----BEGIN " + "PRIVATE KEY-----\nAAAA\n", java.nio.file.StandardOpenOption.APPEND);
        assertThatThrownBy(installation::directory).hasMessageContaining("certs/own/spoc-2026.pem holds a private key");
    }

    @Test
    void what_is_not_yaml_is_told_with_its_line_and_the_other_files_are_read_on() {
        installation
                .replace("directory/panel.yaml", "panel:", "panel: [")
                .replace("directory/partners.yaml", "    telephone: 020 7946 0154\n", "");
        assertThatThrownBy(installation::directory)
                .isInstanceOfSatisfying(
                        ConfigurationFaults.class,
                        thrown -> assertThat(thrown.faults())
                                .extracting(ConfigurationFault::file)
                                .isEqualTo(List.of("directory/panel.yaml", "directory/partners.yaml")));
    }

    @Test
    void channels_has_exactly_three_keys() {
        installation.append("channels.yaml", "carrier-pigeon:\n  next-hop: council-relay\n");
        assertThatThrownBy(installation::directory).hasMessageContaining("'carrier-pigeon' is not known here");
    }

    @Test
    void a_calendar_that_cannot_be_right_is_told_line_by_line() {
        installation
                .replace("directory/calendar.yaml", "- 2026-05-04", "- 4 May 2026")
                .replace("directory/calendar.yaml", "until: 2027-12-31", "until: 2026-12-31");

        assertThatThrownBy(installation::directory)
                .isInstanceOfSatisfying(
                        ConfigurationFaults.class,
                        faults -> assertThat(faults.faults())
                                .extracting(ConfigurationFault::line, ConfigurationFault::sentence)
                                .containsExactlyInAnyOrder(
                                        org.assertj.core.groups.Tuple.tuple(
                                                installation.lineOf("directory/calendar.yaml", "4 May"),
                                                "An entry of 'days' is not a date."),
                                        org.assertj.core.groups.Tuple.tuple(
                                                installation.lineOf("directory/calendar.yaml", "until:"),
                                                "A bank holiday of the list is later than its last day.")));
    }
}
