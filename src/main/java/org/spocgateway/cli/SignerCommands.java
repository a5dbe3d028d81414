package org.spocgateway.cli;

import java.util.concurrent.Callable;
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
        return LiveGateway.in(where.state()).tell(spec.commandLine(), words);
    }
}
