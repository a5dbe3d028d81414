package org.spocgateway.dispatch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spocgateway.DemonstrationPki;
import org.spocgateway.directory.Directory;
import org.spocgateway.envelope.Envelopes;
import org.spocgateway.envelope.KeyRing;
import org.spocgateway.envelope.Limits;
import org.spocgateway.envelope.Opened;
import org.spocgateway.envelope.Opening;
import org.spocgateway.envelope.Signature;
import org.spocgateway.portal.PackageStatus;
import org.spocgateway.portal.Packages;
import org.spocgateway.release.Reason;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.TransferChannel;
import org.spocgateway.terms.TransferId;

class DispatchTest {
    @ParameterizedTest
    @MethodSource("org.spocgateway.dispatch.Office#both")
    void one_request_leaves_over_three_channels_and_the_unknown_address_is_refused(Office office) {
        CaseId id = office.worry();
        office.goAhead(id);

        List<TransferView> sent = office
                .ask(id, "childrens-social-care", "larkhill-nhs-trust", "tidewell-homes", "j.doe@webmail.example")
                .stream()
                .map(office::run)
                .toList();

        assertThat(sent)
                .extracting(TransferView::state)
                .containsExactly(TransferState.SENT, TransferState.SENT, TransferState.SENT, TransferState.REFUSED);
        assertThat(sent.subList(0, 3))
                .extracting(each -> each.transferChannel().orElseThrow())
                .containsExactly(TransferChannel.INTERNAL_STANDARD, TransferChannel.GCSX, TransferChannel.EGRESS_STYLE);
        assertThat(sent.get(3).reasons()).extracting(Reason::rule).contains("R22");
        assertThat(sent.subList(0, 3)).noneMatch(each -> each.because().isEmpty());
        assertThat(office.sent("council-relay")).hasSize(1);
        assertThat(office.sent("public-relay")).hasSize(1);
        assertThat(office.sent("notice-relay")).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.dispatch.Office#both")
    void mixed_recipients_are_split_and_nobody_sees_another(Office office) {
        CaseId id = office.worry();
        office.goAhead(id);
        office.ask(id, "childrens-social-care", "adults-social-care", "larkhill-nhs-trust", "tidewell-homes")
                .forEach(office::run);

        List<TlsRelay.Seen> all = office.relays.values().stream()
                .flatMap(relay -> relay.seen().stream())
                .toList();
        assertThat(all).hasSize(4);
        assertThat(all).allMatch(mail -> mail.to().size() == 1);
        for (TlsRelay.Seen mail : all) {
            String text = new String(mail.bytes(), UTF_8);
            all.stream()
                    .filter(other -> other != mail)
                    .forEach(other ->
                            assertThat(text).doesNotContain(other.to().get(0)).doesNotContain(subject(other)));
        }
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.dispatch.Office#both")
    void secure_mail_is_signed_and_sealed_from_the_secure_identity_and_its_subject_is_a_reference(Office office) {
        CaseId id = office.worry();
        office.goAhead(id);
        TransferView sent = office.run(office.ask(id, "larkhill-nhs-trust").get(0));

        TlsRelay.Seen mail = office.sent("public-relay").get(0);
        String text = new String(mail.bytes(), UTF_8);
        assertThat(text)
                .startsWith("From: channel.spoc@brackenford.gov.uk\r\nTo: larkhill.safeguarding@nhs.net\r\n")
                .contains("smime-type=authEnveloped-data")
                .doesNotContain("T.R.")
                .doesNotContain(office.reference(id));
        assertThat(subject(mail)).matches("[A-Z]{3,8}-[0-9]{4}");
        Evidence evidence = sent.evidence().orElseThrow();
        assertThat(evidence.tlsVersion()).contains("TLSv1.3");
        assertThat(evidence.queueId()).contains(mail.queueId());
        assertThat(evidence.scope()).isEqualTo("first-hop");
        assertThat(evidence.sealed()).isTrue();
        assertThat(sent.sentAt()).contains(office.clock.instant());
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.dispatch.Office#both")
    void a_package_is_live_and_its_notice_says_nothing_about_a_person(Office office) {
        CaseId id = office.worry();
        office.goAhead(id);
        TransferId transfer = office.ask(id, "tidewell-homes").get(0);
        office.run(transfer);

        assertThat(office.the(Packages.class).status(transfer).orElseThrow().state())
                .isEqualTo(PackageStatus.State.LIVE);
        String notice = new String(office.sent("notice-relay").get(0).bytes(), UTF_8);
        assertThat(notice.replace("=\r\n", ""))
                .contains("https://portal.test/r/")
                .doesNotContain("T.R.")
                .doesNotContain("2001")
                .doesNotContain(office.reference(id));
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.dispatch.Office#both")
    void with_the_gate_closed_a_question_is_refused_with_every_reason_and_a_safeguarding_referral_leaves(
            Office office) {
        CaseId id = office.worry();

        TransferView asked = office.run(office.ask(id, "childrens-front-door").get(0));
        List<TransferView> told =
                office.safeguarding(id).stream().map(office::run).toList();

        assertThat(asked.state()).isEqualTo(TransferState.REFUSED);
        assertThat(asked.reasons()).extracting(Reason::rule).contains("R1", "R6");
        assertThat(told).extracting(TransferView::state).containsOnly(TransferState.SENT);
        assertThat(office.sent("council-relay")).hasSize(1);
        assertThat(office.sent("council-relay").get(0).to()).containsExactly("childrens.frontdoor@brackenford.gov.uk");
        assertThat(office.sent("public-relay").get(0).to()).containsExactly("prevent.referrals@northmere.police.uk");
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.dispatch.Office#both")
    void a_referral_goes_on_to_police_whole_and_sealed_with_the_gate_closed(Office office) throws Exception {
        CaseId id = office.worry("A line with an umlaut: \u00fcber, and more.");
        TransferView sent = office.run(office.forward(id).get(0));

        assertThat(sent.state()).isEqualTo(TransferState.SENT);
        String text = new String(office.sent("public-relay").get(0).bytes(), UTF_8);
        assertThat(text).contains("authEnveloped-data").doesNotContain("umlaut");
        String opened = opened(office.sent("public-relay").get(0).bytes());
        assertThat(opened)
                .contains("Our reference is " + office.reference(id))
                .contains("Content-Type: message/rfc822")
                .contains("A line with an umlaut: \u00fcber, and more.")
                .contains("From: dana.okafor@brackenford.gov.uk");
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.dispatch.Office#both")
    void no_leaf_of_the_log_names_a_person_an_address_or_a_case(Office office) {
        CaseId id = office.worry("Quibblewick Zandervoort was seen.");
        office.goAhead(id);
        office.ask(id, "childrens-social-care", "larkhill-nhs-trust", "tidewell-homes", "zander@webmail.example")
                .forEach(office::run);
        office.forward(id).forEach(office::run);

        assertThat(office.leaves()).hasSizeGreaterThan(20);
        for (String planted : List.of(
                "Quibblewick", "Zandervoort", "T.R.", "zander@", "larkhill.safeguarding", office.reference(id))) {
            assertThat(office.leaves()).noneMatch(leaf -> leaf.contains(planted));
        }
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.dispatch.Office#both")
    void without_page_50_nothing_leaves(Office office) {
        CaseId id = office.worry();
        office.goAhead(id);
        office.pages.remove("enforce-channel-rules");
        List<TransferId> asked = office.ask(id, "childrens-social-care", "larkhill-nhs-trust", "tidewell-homes");
        asked.forEach(office::run);
        asked.forEach(each -> {
            office.the(StandardMail.class).send(each.value());
            office.the(GcsxMail.class).send(each.value());
            office.the(EgressStyle.class).send(each.value());
        });

        assertThat(asked).allMatch(each -> office.view(each).state() == TransferState.APPROVED);
        assertThat(office.relays.values()).allMatch(relay -> relay.seen().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.dispatch.Office#both")
    void a_request_taken_back_in_time_never_leaves(Office office) {
        CaseId id = office.worry();
        office.goAhead(id);
        TransferId transfer = office.ask(id, "childrens-social-care").get(0);
        office.database
                .tx()
                .executeWithoutResult(status -> office.the(FromCasework.class)
                        .undone(new org.spocgateway.casework.RequestUndone(
                                office.the(org.spocgateway.casework.Requests.class)
                                        .requestOf(transfer)
                                        .orElseThrow(),
                                id,
                                List.of(transfer))));

        assertThat(office.run(transfer).state()).isEqualTo(TransferState.UNDONE);
        assertThat(office.sent("council-relay")).isEmpty();
    }

    /** As Northmere Police open it, with their own key. */
    private static String opened(byte[] mail) throws Exception {
        var key = KeyRing.load(
                DemonstrationPki.NORTHMERE,
                Office.PKI.keyFile(DemonstrationPki.NORTHMERE),
                Office.PKI.password().toCharArray());
        var envelopes = new Envelopes(
                new KeyRing(List.of(key)), List.of(Office.PKI.smimeAuthority()), Limits.USUAL, Clock.systemUTC());
        Opening opening = envelopes.open(mail, Directory.read(Path.of("config"), Office.PKI.certs()));
        assertThat(opening).isInstanceOfSatisfying(Opened.class, opened -> {
            assertThat(opened.signature()).isEqualTo(Signature.VALID);
            assertThat(opened.wasSealed()).isTrue();
        });
        return new String(((Opened) opening).content().bytes(), UTF_8);
    }

    private static String subject(TlsRelay.Seen mail) {
        return new String(mail.bytes(), UTF_8)
                .lines()
                .filter(line -> line.startsWith("Subject: "))
                .findFirst()
                .orElseThrow()
                .substring(9);
    }
}
