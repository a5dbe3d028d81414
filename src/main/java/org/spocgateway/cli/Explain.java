package org.spocgateway.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.spocgateway.directory.ConfigurationFaults;
import org.spocgateway.directory.Directory;
import org.spocgateway.terms.Gate;
import org.spocgateway.terms.TransferKind;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Says what would be decided for an address, or what a mail is taken for. Nothing is sent, stored or logged. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = {
            "Says what would be decided for an address, and where each value stands; what a mail in a file is taken for;",
            "or why a past transfer was allowed, or was not.",
            "Of a mail: how it opens, every code against its sender, its grade and kind. docs/explain.md names each field.",
            "Exit code: 0 permitted, opened or known, 1 refused, held, not opened or unknown, 2 configuration or usage,",
            "3 neither a gateway nor its database is there."
        })
final class Explain implements Callable<Integer> {
    private final Clock clock;

    @Mixin
    private Places places = new Places();

    @ArgGroup(multiplicity = "1")
    private Subject subject = new Subject();

    @Option(names = "--kind", defaultValue = "information-request", description = "kind of transfer (${DEFAULT-VALUE})")
    private String kind = "information-request";

    @Option(
            names = "--gate",
            defaultValue = "open",
            description = "closed, proposed, open or stopped (${DEFAULT-VALUE})")
    private String gate = "open";

    @Option(names = "--day", description = "another day than today, such as 2027-04-01")
    private Optional<LocalDate> day = Optional.empty();

    @Option(names = "--json", description = "one JSON object; one a line for a folder of mails")
    private boolean json;

    @Mixin
    private MailSources sources = new MailSources();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    Explain(Clock clock) {
        this.clock = clock;
    }

    /** What is asked about. */
    static final class Subject {
        @Option(
                names = "--to",
                required = true,
                paramLabel = "ADDRESS",
                description = "would a transfer to it leave, and how")
        private @Nullable String to;

        @Option(
                names = "--eml",
                required = true,
                paramLabel = "FILE|DIR",
                description = "a mail as it stands in the mailbox, or a folder of them")
        private @Nullable Path eml;

        @Option(
                names = "--transfer",
                required = true,
                paramLabel = "ID",
                description =
                        "a past transfer: what opened the gate, and which rules, agreement and directory stood then")
        private @Nullable String transfer;
    }

    @Override
    public Integer call() {
        if (subject.transfer != null) {
            return transfer(subject.transfer);
        }
        try {
            Directory directory = Directory.read(places.config(), places.certs());
            var out = spec.commandLine().getOut();
            Path eml = subject.eml;
            if (eml != null) {
                return new ExplainMail(new MailRoom(places, sources.with(clock), directory), out).explain(eml, json);
            }
            var question = new ExplainAddress.Case(kind(), gate(), day.orElseGet(() -> LocalDate.now(clock)));
            return new ExplainAddress(places.config(), directory, out)
                    .explain(String.valueOf(subject.to), question, json);
        } catch (ConfigurationFaults | MailSources.Unusable e) {
            spec.commandLine().getErr().println(e.getMessage());
            return 2;
        }
    }

    private int transfer(String id) {
        return new AskedGateway(places, clock)
                .ask(
                        spec.commandLine(),
                        commands -> commands.explain(id, json),
                        "explain-transfer",
                        id,
                        json ? "json" : "text");
    }

    private TransferKind kind() {
        try {
            return TransferKind.of(kind);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "'" + kind + "' is no kind of transfer.", e);
        }
    }

    private Gate gate() {
        try {
            return Gate.of(gate);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "'" + gate + "' is no state of the gate.", e);
        }
    }
}
