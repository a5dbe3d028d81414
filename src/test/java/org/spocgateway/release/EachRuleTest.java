package org.spocgateway.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spocgateway.Installation;
import org.spocgateway.terms.Gate;
import org.spocgateway.terms.Marking;
import org.spocgateway.terms.TransferKind;

/** One test for each rule that decides about sending, named for it; the last test takes each rule out of the data and sees it missed. */
class EachRuleTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private static final String NHS = "larkhill.safeguarding@nhs.net";
    private static final String SCHOOL = "office@oakmere-academy.example";
    private static final String HOUSING = "safeguarding@tidewellhomes.example";
    private static final String FORWARDS = "youth.justice@brackenford.gov.uk";
    private static final String STRANGER = "j.doe@webmail.example";

    @TempDir
    Path folder;

    private Installation installation;

    @BeforeEach
    void copy() {
        installation = Installation.in(folder);
    }

    @Test
    void R1_nothing_is_asked_while_police_have_not_said_that_gathering_can_commence() {
        holds("R1", Transfers.request(NHS), Gate.CLOSED, true);
        holds("R1", Transfers.request(NHS), Gate.OPEN, false);
    }

    @Test
    void R2_a_go_ahead_that_nobody_confirmed_opens_nothing() {
        holds("R2", Transfers.request(NHS), Gate.PROPOSED, true);
        holds("R2", Transfers.request(NHS), Gate.CLOSED, false);
    }

    @Test
    void R4_a_stop_ends_all_asking() {
        holds("R4", Transfers.request(NHS), Gate.STOPPED, true);
        holds("R4", Transfers.of(TransferKind.PANEL_NOTICE, NHS), Gate.OPEN, false);
    }

    @Test
    void R5_a_referral_goes_on_to_police_at_any_gate_and_to_nobody_else() {
        holds("R5", Transfers.of(TransferKind.FORWARD_TO_POLICE, NHS), Gate.OPEN, true);
        var police = Transfers.of(TransferKind.FORWARD_TO_POLICE, "prevent.referrals@northmere.police.uk");
        assertThat(decide(police, Gate.CLOSED)).isInstanceOf(Permitted.class);
    }

    @Test
    void R6_nobody_inside_the_council_is_asked_while_police_check() {
        holds("R6", Transfers.request("childrens.socialcare@brackenford.gov.uk"), Gate.CLOSED, true);
        holds("R6", Transfers.request("childrens.socialcare@brackenford.gov.uk"), Gate.OPEN, false);
    }

    @Test
    void R9_case_mail_leaves_from_the_spoc_mailbox() {
        holds("R9", Transfers.request(NHS).from("jo.pendry@brackenford.gov.uk"), Gate.OPEN, true);
        holds("R9", Transfers.request(NHS), Gate.OPEN, false);
    }

    @Test
    void R10_an_urgent_referral_without_its_call_is_held() {
        holds("R10", Transfers.request(NHS).withoutCall(), Gate.OPEN, true);
        holds("R10", Transfers.request(NHS), Gate.OPEN, false);
    }

    @Test
    void R13_only_relevant_partners_are_asked_and_only_questions_of_the_list() {
        holds("R13", Transfers.request("jo.pendry@brackenford.gov.uk"), Gate.OPEN, true);
        holds("R13", Transfers.request(NHS).asking("shoe-size"), Gate.OPEN, true);
        holds("R13", Transfers.request(NHS), Gate.OPEN, false);
    }

    @Test
    void R14_a_partner_is_told_what_it_needs_to_know() {
        holds("R14", Transfers.request(SCHOOL).telling("name", "nhs-number"), Gate.OPEN, true);
        holds("R14", Transfers.request(NHS).telling("name", "nhs-number"), Gate.OPEN, false);
    }

    @Test
    void R17_a_notice_says_nothing_about_a_person() {
        holds("R17", Transfers.of(TransferKind.NOTICE, HOUSING).withPersonal(true), Gate.OPEN, true);
        holds("R17", Transfers.of(TransferKind.NOTICE, HOUSING), Gate.OPEN, false);
    }

    @Test
    void R18_standard_mail_only_to_officers_whose_mail_stays_inside() {
        installation.replace(
                "channels.yaml", "officer-mail-that-leaves: egress-style", "officer-mail-that-leaves: refuse");
        holds("R18", Transfers.request(FORWARDS), Gate.OPEN, true);
        holds("R18", Transfers.request("childrens.socialcare@brackenford.gov.uk"), Gate.OPEN, false);
    }

    @Test
    void R19_a_closed_family_of_addresses_gets_nothing() {
        installation.replace("channels.yaml", "{ family: gsx.gov.uk,", "{ family: nhs.net,");
        holds("R19", Transfers.request(NHS), Gate.OPEN, true);
        holds("R19", Transfers.request("safeguarding@larkhill.nhs.uk"), Gate.OPEN, false);
    }

    @Test
    void R19b_a_public_body_outside_the_family_gets_nothing_when_the_council_says_so() {
        installation.replace(
                "channels.yaml", "public-sector-without-gcsx: egress-style", "public-sector-without-gcsx: refuse");
        holds("R19b", Transfers.request(SCHOOL), Gate.OPEN, true);
        holds("R19b", Transfers.request(NHS), Gate.OPEN, false);
    }

    @Test
    void R20_a_contracted_service_gets_a_package_and_the_officer_is_told_why() {
        assertThat(decide(Transfers.request(HOUSING), Gate.OPEN)).isInstanceOfSatisfying(Permitted.class, permitted -> {
            assertThat(permitted.frozen().rule()).isEqualTo("R20");
            assertThat(permitted.frozen().because()).isEqualTo("contracted service: sealed in the portal");
        });
    }

    @Test
    void R22_whoever_is_not_in_the_directory_gets_nothing() {
        holds("R22", Transfers.request(STRANGER), Gate.OPEN, true);
        holds("R22", Transfers.request(NHS), Gate.OPEN, false);
    }

    @Test
    void R23_nothing_is_asked_on_a_message_that_nobody_ticked_as_received_securely() {
        holds("R23", Transfers.request(NHS).notTicked(), Gate.OPEN, true);
        holds("R23", Transfers.request(NHS), Gate.OPEN, false);
    }

    @Test
    void R25_without_an_agreement_in_date_requests_are_held() {
        installation.replace("directory/agreements.yaml", "until: 2027-03-31", "until: 2026-11-23");
        holds("R25", Transfers.request(NHS), Gate.OPEN, true);
        holds("R25", Transfers.of(TransferKind.SAFEGUARDING_REFERRAL, NHS), Gate.OPEN, false);
    }

    @Test
    void R29_a_safeguarding_referral_goes_to_a_front_door_at_any_gate_and_asks_nothing() {
        holds("R29", Transfers.of(TransferKind.SAFEGUARDING_REFERRAL, SCHOOL), Gate.OPEN, true);
        var told = Transfers.of(TransferKind.SAFEGUARDING_REFERRAL, "childrens.frontdoor@brackenford.gov.uk");
        holds("R29", told.asking("known"), Gate.OPEN, true);
        assertThat(decide(told, Gate.CLOSED)).isInstanceOf(Permitted.class);
    }

    @Test
    void R30_panel_papers_go_to_those_with_a_seat() {
        holds("R30", Transfers.of(TransferKind.PANEL_NOTICE, HOUSING), Gate.OPEN, true);
        holds("R30", Transfers.of(TransferKind.PANEL_NOTICE, NHS), Gate.OPEN, false);
    }

    @Test
    void R32_in_doubt_it_does_not_leave() {
        holds("R32", Transfers.request(NHS).marked(Marking.ABOVE), Gate.OPEN, true);
        holds("R32", Transfers.request(NHS), Gate.OPEN, false);
    }

    /**
     * The proof that the tests above mind their rules: with its rule taken out of the sets each of them fails; where the policy would
     * not be kept without it the file is not even read, and says which rule is missing.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "R1", "R2", "R4", "R5", "R6", "R9", "R10", "R13", "R14", "R17", "R18", "R19", "R19b", "R20", "R22",
                "R23", "R25", "R29", "R30", "R32"
            })
    void without_its_rule_the_test_goes_red(String rule) {
        installation = Installation.in(folder.resolve(rule));
        takeOut(rule);
        ThrowingCallable test = tests().get(rule)::run;
        assertThat(ThrowableAssert.catchThrowable(test))
                .as(rule)
                .satisfiesAnyOf(
                        red -> assertThat(red)
                                .rootCause()
                                .hasMessageContaining("Rule " + rule + " may not be left out"),
                        red -> assertThat(red).hasRootCauseInstanceOf(AssertionError.class));
    }

    private Map<String, Runnable> tests() {
        var tests = new TreeMap<String, Runnable>();
        for (var method : getClass().getDeclaredMethods()) {
            if (method.getName().matches("R\\d+b?_.*")) {
                tests.put(method.getName().replaceAll("_.*", ""), () -> run(method));
            }
        }
        return tests;
    }

    private void run(java.lang.reflect.Method method) {
        try {
            method.invoke(this);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e.getCause());
        }
    }

    /** Out of every set of release-rules.yaml. */
    private void takeOut(String rule) {
        edit(text -> text.replaceAll("(?<=[\\[ ])" + rule + ", ", "").replaceAll(", " + rule + "(?=])", ""));
    }

    private void edit(java.util.function.UnaryOperator<String> change) {
        Path file = installation.config().resolve("release-rules.yaml");
        try {
            String text = java.nio.file.Files.readString(file);
            String changed = change.apply(text);
            assertThat(changed).isNotEqualTo(text);
            java.nio.file.Files.writeString(file, changed);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void holds(String rule, Transfers transfers, Gate gate, boolean objects) {
        Decision decision = decide(transfers, gate);
        List<Reason> reasons = decision instanceof Refused refused
                ? refused.reasons()
                : decision instanceof Held held ? held.reasons() : List.of();
        Consumer<String> same = id -> assertThat(id).isEqualTo(rule);
        if (objects) {
            assertThat(reasons).extracting(Reason::rule).anySatisfy(same);
        } else {
            assertThat(reasons).extracting(Reason::rule).noneSatisfy(same);
        }
    }

    private Decision decide(Transfers transfers, Gate gate) {
        return installation.rules().decide(transfers.transfer(), installation.directory(), gate, DAY);
    }
}
