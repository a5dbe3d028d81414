package org.spocgateway.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.spocgateway.terms.TransferKind.FORWARD_TO_POLICE;
import static org.spocgateway.terms.TransferKind.INFORMATION_REQUEST;
import static org.spocgateway.terms.TransferKind.NOTICE;
import static org.spocgateway.terms.TransferKind.PANEL_NOTICE;
import static org.spocgateway.terms.TransferKind.SAFEGUARDING_REFERRAL;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.spocgateway.Installation;
import org.spocgateway.directory.ConfigurationFault;
import org.spocgateway.directory.ConfigurationFaults;
import org.spocgateway.directory.Directory;
import org.spocgateway.terms.Gate;
import org.spocgateway.terms.Marking;
import org.spocgateway.terms.TransferKind;

class ReleaseRulesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private static final String NHS = "larkhill.safeguarding@nhs.net";
    private static final String SCHOOL = "office@oakmere-academy.example";
    private static final String HOUSING = "safeguarding@tidewellhomes.example";
    private static final String SOCIAL_CARE = "childrens.socialcare@brackenford.gov.uk";
    private static final String FRONT_DOOR = "childrens.frontdoor@brackenford.gov.uk";
    private static final String POLICE = "prevent.referrals@northmere.police.uk";

    @TempDir
    Path folder;

    private Installation installation;

    @BeforeEach
    void copy() {
        installation = Installation.in(folder);
    }

    /** Policy 4.1 to 4.6 as a table: the paragraph's own words, a case of them, what is decided. */
    @ParameterizedTest(name = "{0}: {1} to {2}, gate {3} -> {4}")
    @CsvSource(delimiter = '|', textBlock = """
    4.1 No further action should be taken until Police indicate information gathering can commence | information-request | office@oakmere-academy.example | CLOSED | refused R1 R6
    4.1 No further action ...                                                      | information-request   | larkhill.safeguarding@nhs.net                 | CLOSED   | refused R1 R6
    4.1 No further action ...                                                      | information-request   | childrens.socialcare@brackenford.gov.uk       | CLOSED   | refused R1 R6
    4.1 ... until Police indicate                                                  | information-request   | office@oakmere-academy.example                | PROPOSED | refused R1 R2 R6
    4.2 to check the referral is not subject to a live investigation               | information-request   | safeguarding@tidewellhomes.example            | STOPPED  | refused R1 R4
    4.1 these must then be sent directly to Prevent Police                         | forward-to-police     | prevent.referrals@northmere.police.uk         | CLOSED   | gcsx modern R5
    4.1 sent directly to Prevent Police                                            | forward-to-police     | prevent.referrals@northmere.police.uk         | STOPPED  | gcsx modern R5
    4.1 sent directly to Prevent Police                                            | forward-to-police     | larkhill.safeguarding@nhs.net                 | OPEN     | refused R5 R17
    2.6 an appropriate referral is made to Children's or Adult Safeguarding        | safeguarding-referral | childrens.frontdoor@brackenford.gov.uk        | CLOSED   | internal-standard relay R18
    2.6 an appropriate referral is made to Children's or Adult Safeguarding        | safeguarding-referral | adults.frontdoor@brackenford.gov.uk           | STOPPED  | internal-standard relay R18
    2.6 a referral to anybody else is a question in disguise                       | safeguarding-referral | office@oakmere-academy.example                | OPEN     | refused R29
    4.4 The local authority will gather information from relevant partners         | information-request   | larkhill.safeguarding@nhs.net                 | OPEN     | gcsx modern R19
    4.4 from relevant partners: the front door is one                              | information-request   | childrens.frontdoor@brackenford.gov.uk        | CLOSED   | refused R1 R6
    4.4 relevant partners                                                          | information-request   | jo.pendry@brackenford.gov.uk                  | OPEN     | held R13
    4.5 agencies involved will be notified and required to attend                  | panel-notice          | larkhill.safeguarding@nhs.net                 | OPEN     | gcsx modern R19
    4.5 the agencies involved                                                      | panel-notice          | safeguarding@tidewellhomes.example            | OPEN     | held R30
    4.5 the agencies involved                                                      | panel-notice          | larkhill.safeguarding@nhs.net                 | CLOSED   | refused R1
    4.6 Emails between LBB officers should be sent using standard email            | information-request   | childrens.socialcare@brackenford.gov.uk       | OPEN     | internal-standard relay R18
    4.6 between LBB officers: a mailbox that forwards outside is not one           | information-request   | youth.justice@brackenford.gov.uk              | OPEN     | egress-style portal R18
    4.6 between public sector organisations should use GCSX accounts               | information-request   | safeguarding@larkhill.nhs.uk                  | OPEN     | gcsx modern R19
    4.6 between public sector organisations                                        | information-request   | probation.brackenford@justice.example.gov.uk  | OPEN     | gcsx modern R19
    4.6 public sector, but without such an account                                 | information-request   | office@oakmere-academy.example                | OPEN     | egress-style portal R19b
    4.6 any contracted or external services should utilise the egress switch       | information-request   | safeguarding@tidewellhomes.example            | OPEN     | egress-style portal R20
    4.6 any ... external services                                                  | information-request   | casework@harbourlight.example                 | OPEN     | egress-style portal R20
    4.6 only be sent via secure emails                                             | information-request   | j.doe@webmail.example                         | OPEN     | refused R22
    4.6 only be sent via secure emails                                             | notice                | safeguarding@tidewellhomes.example            | CLOSED   | egress-style portal R20
    """)
    void the_policy_decides_who_gets_what_and_how(String words, String kind, String to, Gate gate, String expected) {
        Transfer transfer = Transfers.of(TransferKind.of(kind), to).transfer();
        assertThat(told(decide(transfer, gate))).as(words).isEqualTo(expected);
    }

    @Test
    void every_reason_is_told_never_only_the_first() {
        Transfer transfer = Transfers.request(SCHOOL)
                .from("jo.pendry@brackenford.gov.uk")
                .asking("known", "shoe-size")
                .telling("name", "nhs-number")
                .withoutCall()
                .marked(Marking.ABOVE)
                .transfer();
        LocalDate late = LocalDate.of(2027, 4, 1);
        assertThat(told(rules().decide(transfer, installation.directory(), Gate.CLOSED, late)))
                .isEqualTo("refused R1 R6 R9 R10 R13 R14 R25 R32");
    }

    @Test
    void a_question_to_the_school_before_the_go_ahead_is_refused_with_both_sentences() {
        Decision decision = decide(Transfers.request(SCHOOL).transfer(), Gate.CLOSED);
        assertThat(((Refused) decision).reasons())
                .containsExactly(
                        new Reason("R1", "4.1", "police have not said that information gathering can commence"),
                        new Reason("R6", "4.1", "nor may we ask inside the council while they check"));
    }

    @Test
    void an_unknown_address_is_refused_with_what_to_do() {
        Decision decision = decide(Transfers.request("j.doe@webmail.example").transfer(), Gate.OPEN);
        assertThat(((Refused) decision).reasons())
                .containsExactly(new Reason("R22", "4.6", "not in the directory: approve it first"));
    }

    @Test
    void a_lookalike_is_named_as_one() {
        Transfer transfer = Transfers.of(FORWARD_TO_POLICE, "prevent.referrals@northmere.police.uk.example")
                .transfer();
        assertThat(((Refused) decide(transfer, Gate.CLOSED)).reasons().get(0).sentence())
                .isEqualTo(
                        "not in the directory, but looks like northmere.police.uk (it stands inside another domain): do not send");
    }

    @Test
    void a_contract_beats_a_public_sector_address() {
        installation.replace("directory/partners.yaml", HOUSING, "tidewell.homes@nhs.net");
        assertThat(told(decide(Transfers.request("tidewell.homes@nhs.net").transfer(), Gate.OPEN)))
                .isEqualTo("egress-style portal R20");
    }

    @Test
    void a_public_body_outside_the_family_is_refused_when_config_says_so() {
        installation.replace(
                "channels.yaml", "public-sector-without-gcsx: egress-style", "public-sector-without-gcsx: refuse");
        assertThat(told(decide(Transfers.request(SCHOOL).transfer(), Gate.OPEN)))
                .isEqualTo("refused R17 R19b");
    }

    @Test
    void an_officer_whose_mail_leaves_is_refused_when_config_says_so() {
        installation.replace(
                "channels.yaml", "officer-mail-that-leaves: egress-style", "officer-mail-that-leaves: refuse");
        assertThat(told(decide(
                        Transfers.request("youth.justice@brackenford.gov.uk").transfer(), Gate.OPEN)))
                .isEqualTo("refused R17 R18");
    }

    @Test
    void a_gcsx_address_is_closed_in_the_modern_profile_and_used_in_that_of_2017() {
        installation.replace("directory/partners.yaml", "[" + NHS, "[safeguarding@larkhill.gcsx.gov.uk, " + NHS);
        Transfer transfer =
                Transfers.request("safeguarding@larkhill.gcsx.gov.uk").transfer();
        assertThat(((Refused) decide(transfer, Gate.OPEN)).reasons())
                .contains(new Reason(
                        "R19", "4.6", "gcsx.gov.uk was closed on 31 March 2019: ask for their present address"));
        installation.replace("channels.yaml", "in-force: modern", "in-force: gcsx-2017");
        assertThat(told(decide(transfer, Gate.OPEN))).isEqualTo("gcsx gcsx-2017 R19");
    }

    @Test
    void in_the_profile_of_2017_a_trusts_own_domain_is_not_in_the_family_and_police_are_reached_by_their_old_name() {
        installation.replace("channels.yaml", "in-force: modern", "in-force: gcsx-2017");
        Directory directory = installation.directory();
        assertThat(told(decide(Transfers.request("safeguarding@larkhill.nhs.uk").transfer(), Gate.OPEN)))
                .isEqualTo("egress-style portal R19b");
        assertThat(directory.council().secureIdentity().value()).isEqualTo("channel.spoc@brackenford.gcsx.gov.uk");
        String prevent = directory.forces().get(0).preventMailbox().value();
        assertThat(prevent).isEqualTo("prevent.referrals@northmere.pnn.police.uk");
        assertThat(told(decide(Transfers.of(FORWARD_TO_POLICE, prevent).transfer(), Gate.CLOSED)))
                .isEqualTo("gcsx gcsx-2017 R5");
    }

    @Test
    void police_without_a_secure_address_are_told_by_telephone_and_never_by_clear_mail() {
        installation.replace("channels.yaml", "        - police.uk # every force\n", "");
        assertThat(((Refused) decide(Transfers.of(FORWARD_TO_POLICE, POLICE).transfer(), Gate.CLOSED)).reasons())
                .anySatisfy(reason -> assertThat(reason.sentence()).contains("by telephone on 020 7946 0142"));
    }

    @Test
    void what_did_not_arrive_securely_is_not_asked_about() {
        assertThat(told(decide(Transfers.request(NHS).notTicked().transfer(), Gate.OPEN)))
                .isEqualTo("held R23");
    }

    @Test
    void an_agreement_out_of_date_holds_requests_and_never_a_referral() {
        LocalDate late = LocalDate.of(2027, 4, 1);
        Directory directory = installation.directory();
        assertThat(told(rules().decide(Transfers.request(NHS).transfer(), directory, Gate.OPEN, late)))
                .isEqualTo("held R25");
        assertThat(told(rules().decide(
                                Transfers.of(FORWARD_TO_POLICE, POLICE).transfer(), directory, Gate.CLOSED, late)))
                .isEqualTo("gcsx modern R5");
        assertThat(told(rules().decide(
                                Transfers.of(SAFEGUARDING_REFERRAL, FRONT_DOOR).transfer(),
                                directory,
                                Gate.CLOSED,
                                late)))
                .isEqualTo("internal-standard relay R18");
    }

    @Test
    void the_head_of_community_safety_may_say_why_we_go_on() {
        installation.replace("directory/agreements.yaml", "    # override: the", "    override: the");
        LocalDate late = LocalDate.of(2027, 4, 1);
        assertThat(told(rules().decide(Transfers.request(NHS).transfer(), installation.directory(), Gate.OPEN, late)))
                .isEqualTo("gcsx modern R19");
    }

    @Test
    void a_referral_is_not_kept_back_for_its_marking_and_a_request_is() {
        assertThat(told(decide(Transfers.request(NHS).marked(Marking.ABOVE).transfer(), Gate.OPEN)))
                .isEqualTo("held R32");
        assertThat(told(decide(
                        Transfers.of(FORWARD_TO_POLICE, POLICE)
                                .marked(Marking.ABOVE)
                                .transfer(),
                        Gate.CLOSED)))
                .isEqualTo("gcsx modern R5");
    }

    @Test
    void a_safeguarding_referral_asks_nothing() {
        assertThat(told(decide(
                        Transfers.of(SAFEGUARDING_REFERRAL, FRONT_DOOR)
                                .asking("known")
                                .transfer(),
                        Gate.OPEN)))
                .isEqualTo("refused R29");
    }

    @Test
    void a_notice_says_nothing_about_a_person() {
        assertThat(told(decide(Transfers.of(NOTICE, HOUSING).withPersonal(true).transfer(), Gate.OPEN)))
                .isEqualTo("refused R17");
    }

    @Test
    void mail_is_sealed_exactly_where_the_partner_has_a_certificate_for_that_address() {
        assertThat(permitted(decide(Transfers.request(NHS).transfer(), Gate.OPEN))
                        .frozen()
                        .seal())
                .isTrue();
        assertThat(permitted(decide(Transfers.of(FORWARD_TO_POLICE, POLICE).transfer(), Gate.CLOSED))
                        .frozen()
                        .seal())
                .isTrue();
        assertThat(permitted(decide(
                                Transfers.request("probation.brackenford@justice.example.gov.uk")
                                        .transfer(),
                                Gate.OPEN))
                        .frozen()
                        .seal())
                .isFalse();
    }

    @Test
    void an_ended_certificate_refuses_a_request_and_lets_a_referral_go_unsealed() {
        installation.replace("directory/agreements.yaml", "    # override: the", "    override: the");
        LocalDate far = LocalDate.of(2099, 1, 1);
        Directory directory = installation.directory();
        assertThat(told(rules().decide(Transfers.request(NHS).transfer(), directory, Gate.OPEN, far)))
                .isEqualTo("refused R19");
        assertThat(permitted(rules().decide(
                                        Transfers.of(FORWARD_TO_POLICE, POLICE).transfer(),
                                        directory,
                                        Gate.CLOSED,
                                        far))
                        .frozen()
                        .seal())
                .isFalse();
    }

    @Test
    void decided_again_the_same_is_permitted() {
        Transfer transfer = Transfers.request(NHS).transfer();
        FrozenDecision frozen = permitted(decide(transfer, Gate.OPEN)).frozen();
        assertThat(again(frozen, transfer, Gate.OPEN)).isInstanceOf(Permitted.class);
    }

    @Test
    void decided_again_anything_else_is_held_with_every_reason() {
        Transfer transfer = Transfers.request(NHS).transfer();
        FrozenDecision frozen = permitted(decide(transfer, Gate.OPEN)).frozen();
        assertThat(told(again(frozen, transfer, Gate.STOPPED))).isEqualTo("held R1 R4");
        assertThat(sentences(again(
                        frozen, Transfers.request(NHS).saying("something else").transfer(), Gate.OPEN)))
                .containsExactly("its content is not what was decided on");
        assertThat(sentences(again(frozen, Transfers.request(NHS).saying("").transfer(), Gate.OPEN)))
                .containsExactly("its content has not been fixed", "its content is not what was decided on");
        assertThat(sentences(again(frozen, Transfers.request(SOCIAL_CARE).transfer(), Gate.OPEN)))
                .containsExactly(
                        "the recipient is not whom it was decided for",
                        "the way of sending is not what was decided on");
        installation.replace("channels.yaml", "        - nhs.net # NHSmail, DCB1596\n", "");
        assertThat(sentences(again(frozen, transfer, Gate.OPEN)))
                .containsExactly("the way of sending is not what was decided on");
    }

    @Test
    void a_decision_by_other_rules_is_held() {
        Transfer transfer = Transfers.request(NHS).transfer();
        FrozenDecision frozen = permitted(decide(transfer, Gate.OPEN)).frozen();
        installation.append("release-rules.yaml", "# a remark\n");
        assertThat(sentences(again(frozen, transfer, Gate.OPEN)))
                .containsExactly("the rules are not those it was decided by");
    }

    @ParameterizedTest
    @EnumSource(TransferKind.class)
    void the_preview_says_what_the_decision_says(TransferKind kind) {
        for (String to : List.of(NHS, SCHOOL, HOUSING, SOCIAL_CARE, FRONT_DOOR, POLICE, "j.doe@webmail.example")) {
            for (Gate gate : Gate.values()) {
                Transfer transfer = Transfers.of(kind, to).transfer();
                Decision decision = decide(transfer, gate);
                Explanation explanation = rules().explain(transfer, installation.directory(), gate, DAY);
                String verdict =
                        decision instanceof Permitted ? "permitted" : decision instanceof Refused ? "refused" : "held";
                assertThat(explanation.verdict()).isEqualTo(verdict);
                assertThat(explanation.transferChannel().isPresent()).isEqualTo(decision instanceof Permitted);
            }
        }
    }

    @Test
    void the_preview_names_file_and_line_of_every_value() {
        Explanation explanation =
                rules().explain(Transfers.request(HOUSING).transfer(), installation.directory(), Gate.OPEN, DAY);
        int line = installation.lineOf("directory/partners.yaml", "kind: CONTRACTED");
        assertThat(explanation.values())
                .contains(new Explanation.Value("kind", "CONTRACTED", "directory/partners.yaml:" + line));
        assertThat(explanation.because()).isEqualTo("contracted service: sealed in the portal");
    }

    @Test
    void the_gate_may_not_be_left_out_by_a_change_of_config() {
        installation.replace(
                "release-rules.yaml", "information-request: [R22, R1, R2", "information-request: [R22, R2");
        assertThatThrownBy(this::rules).hasMessageContaining("Rule R1 may not be left out of information-request");
    }

    @Test
    void a_rule_that_would_keep_back_a_referral_may_not_be_put_in() {
        installation.replace("release-rules.yaml", "forward-to-police: [R22,", "forward-to-police: [R22, R25,");
        assertThatThrownBy(this::rules).hasMessageContaining("Rule R25 would keep back a forward-to-police");
    }

    @Test
    void faults_of_the_rules_are_told_at_once_with_their_lines() {
        installation
                .replace(
                        "release-rules.yaml",
                        "effect: hold\n    sentences:\n      call-missing",
                        "effect: perhaps\n    sentences:\n      call-missing")
                .replace("release-rules.yaml", "{telephone}, and send", "{phone}, and send")
                .replace("release-rules.yaml", "panel-notice: [R22,", "panel-notice: [R22, R99,");
        assertThatThrownBy(this::rules)
                .isInstanceOfSatisfying(
                        ConfigurationFaults.class,
                        thrown -> assertThat(thrown.faults())
                                .extracting(ConfigurationFault::sentence)
                                .containsExactlyInAnyOrder(
                                        "There is no rule R99.",
                                        "Nothing fills the place {phone}.",
                                        "'perhaps' is not known under 'effect'."));
    }

    @Test
    void every_rule_of_a_set_is_seen_to_object() {
        var seen = new TreeSet<String>();
        Directory directory = installation.directory();
        LocalDate late = LocalDate.of(2027, 4, 1);
        for (TransferKind kind : TransferKind.values()) {
            for (String to : List.of(NHS, SCHOOL, HOUSING, SOCIAL_CARE, FRONT_DOOR, POLICE, "j.doe@webmail.example")) {
                for (Gate gate : Gate.values()) {
                    Transfer spoilt = Transfers.of(kind, to)
                            .from("jo.pendry@brackenford.gov.uk")
                            .asking("shoe-size")
                            .telling("nhs-number")
                            .withoutCall()
                            .notTicked()
                            .withPersonal(true)
                            .marked(Marking.ABOVE)
                            .transfer();
                    seen.addAll(reasons(rules().decide(spoilt, directory, gate, late)));
                }
            }
        }
        // R18, R19 and R19b object only when config/ takes their way away; R20 gives a package and nothing to object
        // to.
        installation
                .replace("channels.yaml", "officer-mail-that-leaves: egress-style", "officer-mail-that-leaves: refuse")
                .replace(
                        "channels.yaml",
                        "public-sector-without-gcsx: egress-style",
                        "public-sector-without-gcsx: refuse")
                .replace("channels.yaml", "{ family: gsx.gov.uk,", "{ family: nhs.net,");
        for (String to : List.of("youth.justice@brackenford.gov.uk", SCHOOL, NHS)) {
            seen.addAll(reasons(decide(Transfers.request(to).transfer(), Gate.OPEN)));
        }
        var all = new TreeSet<>(Rulebook.pages().keySet());
        all.remove("R20");
        assertThat(seen).isEqualTo(all);
        assertThat(told(decide(Transfers.of(PANEL_NOTICE, NHS).transfer(), Gate.STOPPED)))
                .contains("R4");
        assertThat(INFORMATION_REQUEST.waitsForGate()).isTrue();
    }

    private ReleaseRules rules() {
        return installation.rules();
    }

    private Decision decide(Transfer transfer, Gate gate) {
        return rules().decide(transfer, installation.directory(), gate, DAY);
    }

    private Decision again(FrozenDecision frozen, Transfer transfer, Gate gate) {
        return rules().again(frozen, transfer, installation.directory(), gate, DAY);
    }

    private static Permitted permitted(Decision decision) {
        assertThat(decision).isInstanceOf(Permitted.class);
        return (Permitted) decision;
    }

    private static List<String> sentences(Decision decision) {
        return ((Held) decision).reasons().stream().map(Reason::sentence).toList();
    }

    private static List<String> reasons(Decision decision) {
        List<Reason> reasons = decision instanceof Refused refused
                ? refused.reasons()
                : decision instanceof Held held ? held.reasons() : List.of();
        return reasons.stream().map(Reason::rule).distinct().toList();
    }

    private static String told(Decision decision) {
        if (decision instanceof Permitted permitted) {
            FrozenDecision frozen = permitted.frozen();
            return frozen.transferChannel().word() + " " + frozen.profile() + " " + frozen.rule();
        }
        String reasons = String.join(" ", reasons(decision));
        return (decision instanceof Refused ? "refused " : "held ") + reasons;
    }
}
