package org.spocgateway.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.spocgateway.proof.Verdict;
import org.spocgateway.proof.Verify;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The transfer log, seen from outside. */
@Command(name = "log", description = "The transfer log: verify an export.", mixinStandardHelpOptions = true)
final class LogCommands implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** Needs nothing but the export: no server, no database, no settings. */
    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description = {
                "Verifies an export of the transfer log.",
                "Exit code: 0 verified, 1 altered, 2 not understood."
            })
    static final class VerifyExport implements Callable<Integer> {
        @Parameters(paramLabel = "FILE.zip", description = "what log export wrote")
        private Path zip = Path.of("");

        @Option(
                names = "--key",
                paramLabel = "FILE",
                description = "the log's public key, from another way than the export")
        private Optional<Path> key = Optional.empty();

        @Option(
                names = "--checkpoint",
                paramLabel = "FILE",
                description = "an earlier checkpoint that was kept elsewhere")
        private Optional<Path> checkpoint = Optional.empty();

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() throws IOException {
            Verdict verdict = Verify.verify(zip, text(key), text(checkpoint));
            spec.commandLine().getOut().println(verdict.sentence());
            return verdict.exitCode();
        }

        private static Optional<String> text(Optional<Path> file) throws IOException {
            return file.isEmpty() ? Optional.empty() : Optional.of(Files.readString(file.get()));
        }
    }
}
