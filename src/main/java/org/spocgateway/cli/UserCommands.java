package org.spocgateway.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Accounts: made and ended here, never by a page and never by default. The gateway must be running. */
@Command(
        name = "user",
        mixinStandardHelpOptions = true,
        description = {
            "Accounts of officers, reviewers and administrators. The gateway must be running.",
            "Exit code: 0 done, 1 the answer is no, 2 usage, 3 no gateway runs here."
        })
final class UserCommands implements Callable<Integer> {
    private static final String SIGN_IN = "what they type, such as jo.pendry";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return 2;
    }

    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description = "Makes an account and shows its one-time word, once. The first sign-in sets a passkey.")
    int add(
            @Parameters(paramLabel = "SIGN-IN", description = SIGN_IN) String signIn,
            @Option(names = "--name", required = true, description = "what colleagues call them") String name,
            @Option(
                            names = "--role",
                            required = true,
                            description =
                                    "officer, reviewer or administrator; officer and reviewer are never one person")
                    String role,
            @Mixin Places where) {
        return tell(where, "user-add", signIn, name, role);
    }

    @Command(
            name = "word",
            mixinStandardHelpOptions = true,
            description = "Shows a fresh one-time word for somebody who lost the passkey.")
    int word(@Parameters(paramLabel = "SIGN-IN", description = SIGN_IN) String signIn, @Mixin Places where) {
        return tell(where, "user-word", signIn);
    }

    @Command(
            name = "close",
            mixinStandardHelpOptions = true,
            description = "Ends an account, its passkeys and its tokens.")
    int close(@Parameters(paramLabel = "SIGN-IN", description = SIGN_IN) String signIn, @Mixin Places where) {
        return tell(where, "user-close", signIn);
    }

    @Command(
            name = "token",
            mixinStandardHelpOptions = true,
            description = "Shows a token for the requests API in an officer's name, once; --revoke ends them all.")
    int token(
            @Parameters(paramLabel = "SIGN-IN", description = SIGN_IN) String signIn,
            @Option(names = "--revoke", description = "end every token of the officer") boolean revoke,
            @Mixin Places where) {
        return tell(where, revoke ? "token-revoke" : "token-add", signIn);
    }

    private int tell(Places where, String... words) {
        return LiveGateway.in(where.state()).tell(spec.commandLine(), words);
    }
}
