package org.spocgateway.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.spocgateway.proof.Verdict;
import org.spocgateway.proof.Verify;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The transfer log, seen from outside. */
@Command(name = "log", description = "The transfer log: export it, verify an export.", mixinStandardHelpOptions = true)
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

    /** Asks the running gateway; the export is an entry of the log itself. */
    @Command(
            name = "export",
            mixinStandardHelpOptions = true,
            description = {
                "Writes the transfer log of the running gateway to a file that nobody else can read.",
                "Exit code: 0 written, 2 usage, 3 no gateway runs here."
            })
    static final class Export implements Callable<Integer> {
        @Parameters(paramLabel = "FILE.zip", description = "a file that is not there yet")
        private Path zip = Path.of("");

        @Mixin
        private Places places = new Places();

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() throws IOException {
            var err = spec.commandLine().getErr();
            if (Files.exists(zip)) {
                err.println(zip + " is there already; nothing was written.");
                return 2;
            }
            var gateway = LiveGateway.in(places.state());
            if (!gateway.isThere()) {
                err.println(gateway.absent());
                return 3;
            }
            Files.createFile(zip, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (OutputStream out = Files.newOutputStream(zip)) {
                return gateway.tell(out, "log-export").code();
            }
        }
    }
}
