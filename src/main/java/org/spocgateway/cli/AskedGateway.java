package org.spocgateway.cli;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.spocgateway.dispatch.Rehearsal;
import org.spocgateway.dispatch.TransferExplanations;
import org.spocgateway.wiring.AdminCommands;
import org.spocgateway.wiring.TransferCommands;
import picocli.CommandLine;

/** A question about past transfers: asked of the running gateway, or of its database where none runs. */
final class AskedGateway {
    private final Places places;
    private final Clock clock;

    AskedGateway(Places places, Clock clock) {
        this.places = places;
        this.clock = clock;
    }

    /**
     * Asks, and prints the answer.
     *
     * @return the exit code; 3 where there is neither a gateway nor its database
     */
    int ask(CommandLine terminal, Function<TransferCommands, AdminCommands.Answer> otherwise, String... words) {
        Optional<AdminCommands.Answer> answer = running(words).or(() -> fromDatabase(otherwise));
        answer.ifPresent(each -> each.lines().forEach(terminal.getOut()::println));
        if (answer.isEmpty()) {
            terminal.getErr()
                    .println("No gateway runs with the state folder " + places.state()
                            + ", and its database cannot be opened here.");
        }
        return answer.map(AdminCommands.Answer::code).orElse(3);
    }

    private Optional<AdminCommands.Answer> running(String... words) {
        var gateway = LiveGateway.in(places.state());
        try {
            return gateway.isThere() ? Optional.of(gateway.tell(words)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // a socket that was left behind: nobody runs
        }
    }

    private Optional<AdminCommands.Answer> fromDatabase(Function<TransferCommands, AdminCommands.Answer> question) {
        Optional<ClosedDatabase> found = ClosedDatabase.in(places, clock);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        try (ClosedDatabase database = found.get()) {
            var explanations = new TransferExplanations(database.db(), database.vault(), new SecureRandom(), clock);
            var rehearsal = new Rehearsal(database.db(), database.vault());
            return Optional.of(question.apply(new TransferCommands(explanations, rehearsal)));
        }
    }
}
