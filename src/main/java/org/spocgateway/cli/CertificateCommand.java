package org.spocgateway.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What proves that a case was erased. The gateway must be running. */
@Command(
        name = "certificate",
        mixinStandardHelpOptions = true,
        description = {
            "Lists the purge certificates of erased cases, or prints one: ids, counts, hash, what remains, and whether it is final.",
            "The gateway must be running. Exit code: 0 done, 1 there is none of this id, 2 usage, 3 no gateway runs here."
        })
final class CertificateCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "ID",
            description = "of a certificate or of a case; without it all are listed")
    private Optional<String> id = Optional.empty();

    @Mixin
    private Places places = new Places();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var gateway = LiveGateway.in(places.state());
        return id.map(each -> gateway.tell(spec.commandLine(), "certificate-show", each))
                .orElseGet(() -> gateway.tell(spec.commandLine(), "certificate-list"));
    }
}
