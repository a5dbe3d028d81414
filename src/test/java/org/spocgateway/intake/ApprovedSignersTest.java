package org.spocgateway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.spocgateway.DemonstrationPki;
import org.spocgateway.MailMaker;
import org.spocgateway.classification.ArrivalGrade;
import org.spocgateway.classification.GateEffect;
import org.spocgateway.envelope.Fault;
import org.spocgateway.terms.InboundId;

/** A known sender's changed certificate proves nothing until it is approved, and nothing again once that is withdrawn. */
class ApprovedSignersTest {
    private static IntakeWorld world;

    @BeforeAll
    static void open() {
        world = new IntakeWorld();
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @Test
    void approved_it_verifies_the_waiting_message_and_the_next_until_it_is_withdrawn() {
        var changed = IntakeWorld.PKI.stranger("Northmere Prevent 2027", MailMaker.NORTHMERE);
        Inbound before = arrives(MailMaker.NORTHMERE, changed);
        assertThat(before.codes()).contains(Fault.CHANGED_CERTIFICATE);
        assertThat(before.verified()).isFalse();
        assertThat(before.classified().orElseThrow().grade()).isEqualTo(ArrivalGrade.D);
        assertThat(before.classified().orElseThrow().effect()).isNotEqualTo(GateEffect.OPEN_PROPOSED);

        assertThat(world.approve(before.id())).isTrue();
        world.work();

        Inbound after = world.find(before.id());
        assertThat(after.codes()).doesNotContain(Fault.CHANGED_CERTIFICATE);
        assertThat(after.verified()).isTrue();
        assertThat(after.classified().orElseThrow().grade()).isEqualTo(ArrivalGrade.A);
        assertThat(world.signers.waiting(after)).isEmpty();
        assertThat(arrives(MailMaker.NORTHMERE, changed).verified()).isTrue();
        assertThat(world.signers.all()).singleElement().satisfies(each -> {
            assertThat(each.thumbprint())
                    .isEqualTo(before.signer().orElseThrow().thumbprint().hex());
            assertThat(each.by()).isEqualTo("jo-pendry");
        });
        assertThat(world.approve(before.id())).isFalse();

        assertThat(world.signers.withdraw(
                        before.signer().orElseThrow().thumbprint().hex()))
                .isOne();
        assertThat(arrives(MailMaker.NORTHMERE, changed).verified()).isFalse();
        assertThat(world.signers.all()).isEmpty();
    }

    @Test
    void a_sender_whom_the_directory_has_no_certificate_of_has_none_that_changed() {
        Inbound stranger = arrives("r77120@freemail.example", IntakeWorld.PKI.stranger("R", "r77120@freemail.example"));

        assertThat(world.signers.waiting(stranger)).isEmpty();
        assertThat(world.approve(stranger.id())).isFalse();
    }

    private static Inbound arrives(String from, DemonstrationPki.Identity signer) {
        InboundId id = world.accepted(MailMaker.from(from)
                .to(MailMaker.SPOC)
                .subject("Channel referral " + System.nanoTime())
                .arrivedWell()
                .text("Please gather relevant information on T.R. 2001. Ref PCM/2017/004213")
                .signedBy(signer)
                .bytes());
        world.work();
        return world.find(id);
    }
}
