package org.spocgateway.demonstration;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.spocgateway.DemonstrationPki;
import org.spocgateway.RunningGateway;
import org.spocgateway.casework.Approved;
import org.spocgateway.casework.Cases;
import org.spocgateway.casework.Referrals;
import org.spocgateway.casework.SafeguardingReferral;
import org.spocgateway.dispatch.Resolutions;
import org.spocgateway.dispatch.TransferState;
import org.spocgateway.dispatch.TransferView;
import org.spocgateway.dispatch.Transfers;
import org.spocgateway.portal.PackageStatus;
import org.spocgateway.portal.Packages;
import org.spocgateway.terms.Actor;
import org.spocgateway.terms.Gate;
import org.spocgateway.terms.TransferId;
import org.spocgateway.terms.TransferKind;
import org.spocgateway.wiring.Accounts;
import org.spocgateway.wiring.Added;

/** One start of a gateway with spoilt pages on a database that the starts before it left, and an officer who asks with the gate open. */
final class Trial implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> RELAYS = List.of("council-relay", "public-relay", "notice-relay");

    private final MailWorld world;
    private final RunningGateway gateway;
    private final Scene scene;
    private final DeskBrowser officer;
    private final int before;

    /**
     * What came of it.
     *
     * @param asked every transfer that the officer asked for
     * @param left mails that any relay took since this start began
     * @param readable packages that a partner could open
     * @param pages what the officer reads on Today and on the pages that lead on from there
     */
    record Seen(List<TransferView> asked, int left, int readable, String pages) {}

    private Trial(MailWorld world, int before, RunningGateway gateway) {
        this.world = world;
        this.before = before;
        this.gateway = gateway;
        var silent = new Narrator(new PrintStream(OutputStream.nullOutputStream()), false);
        scene = new Scene(Story.load(), world, gateway, DemonstrationPki.shared(), silent);
        String name = "jo." + UUID.randomUUID().toString().replaceAll("[^a-f]", "x");
        var account = (Added.Made) gateway.part(Accounts.class).add(name, "Jo Pendry", Actor.Role.OFFICER);
        scene.officer = account.account().actor();
        officer = new DeskBrowser(DemonstrationPki.shared().tls(), "https://localhost:" + gateway.deskPort());
        officer.open("/").press("Sign in", Map.of("name", name, "word", account.word()));
    }

    static Trial start(MailWorld world, Routes routes, Path state) {
        return new Trial(
                world,
                taken(world),
                RunningGateway.start(
                        world,
                        DemonstrationPki.shared(),
                        state,
                        Map.of(
                                "gateway.routes", routes.folder().toString(),
                                "gateway.casework.undo", "PT0S",
                                "gateway.work.sweep", "300ms",
                                "gateway.dispatch.try-again", "300ms",
                                "gateway.transferlog.patience", "300ms")));
    }

    /** By a police referral and a noted call, as policy 4.1 to 4.3 has it; nothing when an earlier start did it. */
    void openTheGate() {
        if (gateway.part(Cases.class).open().isEmpty()) {
            var before = new BeforeTheGate(scene, new Asking(scene));
            before.worry();
            before.referral();
            before.call();
            before.confirm();
        }
        if (scene.theCase().gate() != Gate.OPEN) {
            throw new AssertionError("the gate is not open");
        }
    }

    /** Asks partners on all three ways and tells Children's services; returns when each was tried twice, or rests. */
    Seen ask() {
        Story story = scene.story.part("request");
        Approved request = new Asking(scene).ask(story, story.list("parties"), List.of());
        var referral = new SafeguardingReferral(
                scene.theCase().id(), List.of("childrens-front-door"), "Please read.", Map.of(), false);
        var told = (Approved) gateway.part(Referrals.class)
                .safeguardingReferral(referral, scene.officer, UUID.randomUUID().toString());
        var ids = new ArrayList<>(request.transfers());
        ids.addAll(told.transfers());
        Transfers transfers = gateway.part(Transfers.class);
        RunningGateway.await(
                "everything was tried twice, or rests",
                PATIENCE,
                () -> ids.stream()
                        .allMatch(id ->
                                transfers.find(id).filter(Trial::isThrough).isPresent()));
        return new Seen(transfers.of(ids), taken(world) - before, readable(ids), pages());
    }

    private static boolean isThrough(TransferView view) {
        return view.needsSomebody() || view.state() == TransferState.SENT || view.attempts() > 1;
    }

    /** Presses "Try again" for everything that is held, and waits until nothing is on its way. */
    List<TransferView> tryAgain() {
        Transfers transfers = gateway.part(Transfers.class);
        transfers.needSomebody().forEach(each -> gateway.part(Resolutions.class).tryAgain(each.id(), scene.officer));
        RunningGateway.await(
                "everything left",
                PATIENCE,
                () -> asked().stream().allMatch(each -> each.state() == TransferState.SENT));
        return asked();
    }

    private List<TransferView> asked() {
        return gateway.part(Transfers.class).of(scene.theCase().id()).stream()
                .filter(each -> each.kind() != TransferKind.NOTICE)
                .toList();
    }

    private static int taken(MailWorld world) {
        return RELAYS.stream().mapToInt(relay -> world.sent(relay).size()).sum();
    }

    private int readable(List<TransferId> ids) {
        return (int) ids.stream()
                .flatMap(id -> gateway.part(Packages.class).status(id).stream())
                .filter(status ->
                        status.state() == PackageStatus.State.LIVE || status.state() == PackageStatus.State.READ)
                .count();
    }

    private String pages() {
        var text = new StringBuilder(officer.open("/today").text());
        text.append(officer.open("/requests").text());
        officer.page().select("main a[href*=/requests/]").eachAttr("href").stream()
                .distinct()
                .forEach(each -> text.append(officer.open(each).text()));
        return text.toString();
    }

    @Override
    public void close() {
        gateway.close();
    }
}
