package org.spocgateway.demonstration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.spocgateway.DemonstrationPki;
import org.spocgateway.Installation;
import org.spocgateway.MailMaker;
import org.spocgateway.RunningGateway;
import org.spocgateway.casework.Addressee;
import org.spocgateway.casework.Approved;
import org.spocgateway.casework.Cases;
import org.spocgateway.casework.Confirmation;
import org.spocgateway.casework.Gates;
import org.spocgateway.casework.Moved;
import org.spocgateway.casework.NotMoved;
import org.spocgateway.casework.Referrals;
import org.spocgateway.casework.RequestDraft;
import org.spocgateway.casework.Requests;
import org.spocgateway.classification.ArrivalGrade;
import org.spocgateway.classification.MessageKind;
import org.spocgateway.dispatch.TlsRelay;
import org.spocgateway.dispatch.TransferState;
import org.spocgateway.dispatch.TransferView;
import org.spocgateway.dispatch.Transfers;
import org.spocgateway.intake.Inbound;
import org.spocgateway.intake.InboundState;
import org.spocgateway.intake.Intake;
import org.spocgateway.release.Reason;
import org.spocgateway.terms.Actor;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.Gate;
import org.spocgateway.terms.MailAddress;
import org.spocgateway.terms.Marking;
import org.spocgateway.terms.TransferChannel;
import org.spocgateway.terms.TransferId;
import org.spocgateway.terms.TransferKind;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The gateway as policy 4.6 was meant in February 2017: "Emails between public sector organisations (LBB, Met, NHS, Oxleas etc) should
 * use GCSX accounts". Only config/ is another: the profile in force, and a partner with an address of that time.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ProfileOf2017Test {
    private static final Actor JO = Actor.officer("jo-pendry");
    private static final String OURS = "channel.spoc@brackenford.gcsx.gov.uk";
    private static final String POLICE_THEN = "prevent.referrals@northmere.pnn.police.uk";
    private static final String LARKHILL_THEN = "safeguarding@larkhill.gcsx.gov.uk";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private DemonstrationPki pki;
    private MailWorld world;
    private Installation installation;
    private RunningGateway gateway;
    private Path state;

    @BeforeAll
    void start(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) {
        pki = DemonstrationPki.shared();
        world = new MailWorld(pki, 0, 0);
        state = folder.resolve("state");
        installation = Installation.in(folder)
                .replace("channels.yaml", "in-force: modern", "in-force: gcsx-2017")
                .replace("directory/partners.yaml", "[larkhill.safe", "[" + LARKHILL_THEN + ", larkhill.safe");
        startGateway();
    }

    private void startGateway() {
        gateway = RunningGateway.start(
                world,
                pki,
                state,
                Map.of("gateway.config", installation.config().toString(), "gateway.casework.undo", "PT0S"));
    }

    @AfterAll
    void stop() {
        gateway.close();
        world.close();
    }

    @Test
    @Order(1)
    void a_worry_goes_on_to_police_at_their_address_of_then_from_our_gcsx_identity_over_the_gcsx_relay() {
        Inbound worry = arrives(MailMaker.from("dana.okafor@brackenford.gov.uk")
                .to(MailMaker.COMMUNITY_SAFETY)
                .subject("Worried about a resident")
                .arrivedWell()
                .text("I am a social worker. I am worried that T.R., born 2001, is being drawn into violent extremism."
                        + " I would like to make a Prevent referral.\r\n"));
        CaseId id = worry.caseId().orElseThrow();
        gateway.part(Referrals.class).forwardToPolice(id, JO);
        await("it went on to police", () -> !world.sent("gcsx-relay").isEmpty());

        TlsRelay.Seen mail = world.sent("gcsx-relay").get(0);
        assertThat(mail.from()).isEqualTo(OURS);
        assertThat(mail.to()).containsExactly(POLICE_THEN);
        assertThat(mail.tls()).isIn("TLSv1.2", "TLSv1.3");
        assertThat(world.sent("public-relay")).isEmpty();
        assertThat(gate()).isEqualTo(Gate.CLOSED);
    }

    @Test
    @Order(2)
    void a_go_ahead_of_grade_c_is_refused_by_the_profile_though_modern_takes_it() {
        Inbound mail = arrives(goAhead(MailMaker.NORTHMERE).arrivedWell());

        assertThat(mail.classified().orElseThrow().grade()).isEqualTo(ArrivalGrade.C);
        assertThat(mail.state()).isEqualTo(InboundState.WAITING);
        assertThat(mail.waitingFor()).contains("arrived-insecurely");
        assertThat(gate()).isEqualTo(Gate.CLOSED);

        gateway.part(Cases.class).attach(mail.id(), theCase(), JO);
        assertThat(gateway.part(Gates.class).propose(theCase(), mail.id(), JO))
                .isInstanceOfSatisfying(NotMoved.class, not -> {
                    assertThat(not.rule()).isEqualTo("R23");
                    assertThat(not.sentence()).contains("020 7946 0142");
                });
        assertThat(gate()).isEqualTo(Gate.CLOSED);
    }

    @Test
    @Order(3)
    void unsigned_police_mail_over_the_trusted_relay_is_grade_b_and_proposes_and_an_officer_opens() {
        Inbound mail = arrives(goAhead(POLICE_THEN)
                .trace("Received: from gw1.northmere.pnn.police.uk by relay.gsi.example with ESMTP"));

        assertThat(mail.classified().orElseThrow().grade()).isEqualTo(ArrivalGrade.B);
        assertThat(mail.classified().orElseThrow().kind())
                .isIn(MessageKind.POLICE_GO_AHEAD, MessageKind.POLICE_REFERRAL);
        assertThat(mail.caseId()).contains(theCase());
        assertThat(gate()).isEqualTo(Gate.PROPOSED);

        assertThat(gateway.part(Gates.class).confirm(theCase(), new Confirmation(mail.id(), true), JO))
                .isEqualTo(new Moved(Gate.PROPOSED, Gate.OPEN));
    }

    @Test
    @Order(4)
    void a_question_to_a_gcsx_address_goes_from_gcsx_to_gcsx_and_one_outside_the_family_is_sealed_in_the_portal() {
        int before = world.sent("gcsx-relay").size();
        TransferView gcsx = settled(ask(LARKHILL_THEN));
        TransferView outside = settled(ask("safeguarding@larkhill.nhs.uk"));

        assertThat(gcsx.state()).isEqualTo(TransferState.SENT);
        assertThat(gcsx.transferChannel()).contains(TransferChannel.GCSX);
        TlsRelay.Seen mail = world.sent("gcsx-relay").get(before);
        assertThat(mail.from()).isEqualTo(OURS);
        assertThat(mail.to()).containsExactly(LARKHILL_THEN);
        assertThat(new String(mail.bytes(), UTF_8)).startsWith("From: " + OURS + "\r\n");
        assertThat(world.sent("public-relay")).isEmpty();
        assertThat(outside.transferChannel()).contains(TransferChannel.EGRESS_STYLE);
        assertThat(leaves(gcsx.id())).contains("\"profile\":\"gcsx-2017\"", "\"next_hop\":\"gcsx-relay\"");
    }

    @Test
    @Order(5)
    void with_modern_in_force_again_the_same_address_is_refused_for_gcsx_was_closed_on_31_march_2019() {
        gateway.close();
        installation.replace("channels.yaml", "in-force: gcsx-2017", "in-force: modern");
        startGateway();
        int before = world.sent("gcsx-relay").size();
        TransferView refused = settled(ask(LARKHILL_THEN));

        assertThat(gate()).isEqualTo(Gate.OPEN);
        assertThat(refused.state()).isEqualTo(TransferState.REFUSED);
        assertThat(refused.reasons())
                .extracting(Reason::sentence)
                .contains("gcsx.gov.uk was closed on 31 March 2019: ask for their present address");
        assertThat(world.sent("gcsx-relay")).hasSize(before);
        assertThat(settled(ask("larkhill.safeguarding@nhs.net")).state()).isEqualTo(TransferState.SENT);
        assertThat(world.sent("public-relay"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.from()).isEqualTo(MailMaker.SPOC));
    }

    private MailMaker goAhead(String from) {
        String reference = gateway.part(Cases.class)
                .find(theCase())
                .orElseThrow()
                .reference()
                .value();
        return MailMaker.from("Northmere Prevent Referrals <" + from + ">")
                .to(OURS)
                .subject("RE: checks complete, your reference " + reference)
                .text(
                        "Our checks are complete and there is no live investigation. Information gathering can commence.\r\n"
                                + "Your reference " + reference
                                + ".\r\n\r\nPC 4417 Ros Adeyemi-Hale, Northmere Police\r\n");
    }

    private Inbound arrives(MailMaker mail) {
        byte[] bytes = mail.bytes();
        String to = new String(bytes, UTF_8).contains("To: " + MailMaker.COMMUNITY_SAFETY)
                ? MailWorld.COMMUNITY_SAFETY
                : MailWorld.SPOC;
        List<Inbound> before = atRest();
        world.deliver(to, bytes);
        await("the mail is at rest", () -> atRest().size() > before.size());
        return atRest().stream()
                .filter(each -> !before.contains(each))
                .findFirst()
                .orElseThrow();
    }

    private List<Inbound> atRest() {
        return new InboundAtRest(gateway.part(JdbcClient.class), gateway.part(Intake.class)).all();
    }

    private CaseId theCase() {
        return gateway.part(Cases.class).open().get(0).id();
    }

    private Gate gate() {
        return gateway.part(Gates.class).gate(theCase());
    }

    private TransferId ask(String address) {
        var draft = new RequestDraft(
                theCase(),
                TransferKind.INFORMATION_REQUEST,
                List.of(Addressee.of(new MailAddress(address))),
                List.of("known"),
                "",
                Map.of("born", "2001"),
                List.of(),
                LocalDate.now().plusDays(7),
                Marking.OFFICIAL_SENSITIVE);
        var approved = (Approved) gateway.part(Requests.class)
                .approve(draft, JO, UUID.randomUUID().toString());
        return approved.transfers().get(0);
    }

    private TransferView settled(TransferId id) {
        await(
                "the transfer is settled",
                () -> gateway.part(Transfers.class)
                        .find(id)
                        .filter(each -> each.state() == TransferState.SENT
                                || each.state() == TransferState.REFUSED
                                || each.state() == TransferState.HELD)
                        .isPresent());
        return gateway.part(Transfers.class).find(id).orElseThrow();
    }

    private String leaves(TransferId id) {
        return String.join(
                "\n",
                gateway
                        .part(JdbcClient.class)
                        .sql("select leaf from log_entry order by seq")
                        .query(byte[].class)
                        .list()
                        .stream()
                        .map(leaf -> new String(leaf, UTF_8))
                        .filter(leaf -> leaf.contains(id.value()))
                        .toList());
    }

    private static void await(String what, java.util.function.Supplier<Boolean> isSo) {
        RunningGateway.await(what, PATIENCE, isSo);
    }
}
