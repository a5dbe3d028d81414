package org.spocgateway.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tries a changed policy on the past before it is put in force. */
@Command(
        name = "rehearse",
        mixinStandardHelpOptions = true,
        description = {
            "Puts every recorded decision to the rules and the directory in --config, and prints only what would be otherwise.",
            "Nothing is changed, sent or stored; the log of a running gateway notes that it was held.",
            "Exit code: 0 no difference, 1 differences, 2 faults in the configuration, 3 neither a gateway nor its database is there."
        })
final class Rehearse implements Callable<Integer> {
    private final Clock clock;

    @Mixin
    private Places places = new Places();

    @Option(names = "--json", description = "one JSON object")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    Rehearse(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        Path config = places.config().toAbsolutePath().normalize();
        Path certs = places.certs().toAbsolutePath().normalize();
        return new AskedGateway(places, clock)
                .ask(
                        spec.commandLine(),
                        commands -> commands.rehearse(config, certs, json).answer(),
                        "rehearse",
                        config.toString(),
                        certs.toString(),
                        json ? "json" : "text");
    }
}
