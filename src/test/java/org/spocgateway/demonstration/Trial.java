package org.spocgateway.demonstration;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.spocgateway.DemonstrationPki;
import org.spocgateway.RunningGateway;
import org.spocgateway.casework.Approved;
import org.spocgateway.casework.Referrals;
import org.spocgateway.casework.SafeguardingReferral;
import org.spocgateway.dispatch.TransferState;
import org.spocgateway.dispatch.Transfers;
import org.spocgateway.terms.Actor;
import org.spocgateway.terms.TransferId;

/** A gateway with a mail world of its own in which an officer has just told Children's services about a worry. */
record Trial(RunningGateway gateway, MailWorld world, TransferId told) implements AutoCloseable {
    static Trial of(DemonstrationPki pki, Routes routes) {
        var world = new MailWorld(pki, 0, 0);
        RunningGateway gateway = routes.start(world, pki);
        var silent = new Narrator(new PrintStream(OutputStream.nullOutputStream()), false);
        var scene = new Scene(Story.load(), world, gateway, pki, silent);
        scene.arrives("worry", "");
        var referral = new SafeguardingReferral(
                scene.theCase().id(), List.of("childrens-front-door"), "Please read.", Map.of(), false);
        var approved =
                (Approved) gateway.part(Referrals.class).safeguardingReferral(referral, Actor.system(), "the only one");
        return new Trial(gateway, world, approved.transfers().get(0));
    }

    TransferState state() {
        return gateway.part(Transfers.class).find(told).orElseThrow().state();
    }

    boolean hasLeft() {
        return Stream.of("council-relay", "public-relay", "notice-relay")
                .anyMatch(relay -> !world.sent(relay).isEmpty());
    }

    @Override
    public void close() {
        gateway.close();
        world.close();
    }
}
