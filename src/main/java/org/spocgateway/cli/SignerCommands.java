package org.spocgateway.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.spocgateway.wiring.AdminCommands;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Certificates that officers approved beside those of the directory's files. The gateway must be running. */
@Command(
        name = "signer",
        mixinStandardHelpOptions = true,
        description = {
            "Senders' new certificates that officers approved on the desk. The gateway must be running.",
            "Exit code: 0 done, 1 the answer is no, 2 usage, 3 no gateway runs here."
        })
final class SignerCommands implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return 2;
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Every approval that counts: fingerprint, when, by whom.")
    int list(@Mixin Places where) {
        return tell(where, "signer-list");
    }

    @Command(name = "withdraw", mixinStandardHelpOptions = true, description = "Ends the approval of one certificate.")
    int withdraw(
            @Parameters(paramLabel = "FINGERPRINT", description = "SHA-256, as signer list shows it")
                    String fingerprint,
            @Mixin Places where) {
        return tell(where, "signer-withdraw", fingerprint);
    }

    private int tell(Places where, String... words) {
        PrintWriter out = spec.commandLine().getOut();
        try {
            AdminCommands.Answer answer = LiveGateway.in(where.state()).tell(words);
            answer.lines().forEach(out::println);
            return answer.code();
        } catch (IOException e) {
            spec.commandLine()
                    .getErr()
                    .println("No gateway runs with the state folder " + where.state() + ": start it first.");
            return 3;
        }
    }
}
