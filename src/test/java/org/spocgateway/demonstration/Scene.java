package org.spocgateway.demonstration;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.spocgateway.DemonstrationPki;
import org.spocgateway.RunningGateway;
import org.spocgateway.casework.CaseSummary;
import org.spocgateway.casework.Cases;
import org.spocgateway.dispatch.TransferState;
import org.spocgateway.dispatch.TransferView;
import org.spocgateway.dispatch.Transfers;
import org.spocgateway.intake.Inbound;
import org.spocgateway.intake.Intake;
import org.spocgateway.terms.Actor;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.TransferId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What every chapter needs: the story, the world, the running gateway, and what has happened so far. */
final class Scene {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    final Story story;
    final MailWorld world;
    final RunningGateway gateway;
    final Narrator narrator;
    final StoryMail mails;

    /** What partners saw. */
    final Visited portal = new Visited();

    /** The officer, once there is an account. */
    Actor officer = Actor.system();

    private Optional<CaseSummary> theCase = Optional.empty();

    Scene(Story story, MailWorld world, RunningGateway gateway, DemonstrationPki pki, Narrator narrator) {
        this.story = story;
        this.world = world;
        this.gateway = gateway;
        this.narrator = narrator;
        this.mails = new StoryMail(pki);
    }

    <T> T part(Class<T> type) {
        return gateway.part(type);
    }

    /** Lets a mail of the story arrive, and waits until the gateway has it at rest. */
    Inbound arrives(String name, String requestReference) {
        Story mail = story.part(name);
        List<String> before = atRest().stream().map(each -> each.id().value()).toList();
        String from = mail.text("from").replaceAll(".*@", "").replaceAll("[>\" ].*", "");
        Story arrival = mail.part("arrival");
        world.arrive(
                mail.text("to"),
                mails.write(mail, theCase.map(each -> each.reference().value()).orElse(""), requestReference),
                arrival.text("tls"),
                arrival.text("dmarc"),
                from);
        return awaitNew(name, before);
    }

    private Inbound awaitNew(String name, List<String> before) {
        await("mail '" + name + "' is worked through", () -> fresh(before).isPresent());
        return fresh(before).orElseThrow();
    }

    private Optional<Inbound> fresh(List<String> before) {
        return atRest().stream()
                .filter(each -> !before.contains(each.id().value()))
                .findFirst();
    }

    /** Every message that the gateway has finished with. */
    List<Inbound> atRest() {
        return new InboundAtRest(part(JdbcClient.class), part(Intake.class)).all();
    }

    /** The one case of the story, as it stands now. */
    CaseSummary theCase() {
        CaseId id = theCase.map(CaseSummary::id).orElseGet(() -> {
            await("the case is there", () -> !part(Cases.class).open().isEmpty());
            return part(Cases.class).open().get(0).id();
        });
        CaseSummary now = part(Cases.class).find(id).orElseThrow().summary();
        theCase = Optional.of(now);
        return now;
    }

    /** Waits until a transfer rests, and returns it. */
    TransferView settled(TransferId id) {
        await(
                "transfer is settled",
                () -> part(Transfers.class)
                        .find(id)
                        .map(view -> !List.of(
                                        TransferState.APPROVED,
                                        TransferState.PERMITTED,
                                        TransferState.ATTEMPTING,
                                        TransferState.EOD_INTENT)
                                .contains(view.state()))
                        .orElse(false));
        return part(Transfers.class).find(id).orElseThrow();
    }

    void await(String what, Supplier<Boolean> isSo) {
        RunningGateway.await(what, PATIENCE, isSo);
    }
}
