package org.spocgateway.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command line of the same jar: {@code java -jar gateway.jar check}. Exit codes: 0 done, 1 the answer is no, 2 configuration or usage, 3 something outside is away. */
@Command(
        name = "gateway",
        description = "The SPOC gateway. Without a command it starts the server.",
        mixinStandardHelpOptions = true,
        version = "SPOC gateway 0.1.0",
        subcommands = CommandLine.HelpCommand.class)
public final class Commands implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    private Commands() {}

    /** Whether these arguments are a command for here, and not options for the server. */
    public static boolean isCommand(String[] args) {
        CommandLine line = line(Clock.systemDefaultZone());
        return args.length > 0
                && (line.getSubcommands().containsKey(args[0])
                        || List.of("-h", "--help", "-V", "--version").contains(args[0]));
    }

    /** Runs a command on the standard streams and returns its exit code. */
    @SuppressWarnings("SystemOut")
    public static int run(String[] args) {
        return run(
                args, new PrintWriter(System.out, true), new PrintWriter(System.err, true), Clock.systemDefaultZone());
    }

    /** Runs a command on other streams and another clock. */
    public static int run(String[] args, PrintWriter out, PrintWriter err, Clock clock) {
        return line(clock).setOut(out).setErr(err).execute(args);
    }

    private static CommandLine line(Clock clock) {
        return new CommandLine(new Commands())
                .addSubcommand(new Check(clock))
                .addSubcommand(new Explain(clock))
                .addSubcommand(new Classify(clock))
                .addSubcommand(new Rehearse(clock))
                .addSubcommand(new CertificateCommand())
                .addSubcommand(new UserCommands())
                .addSubcommand(new SignerCommands())
                .addSubcommand(new ReportCommand())
                .addSubcommand(new RequestCommand())
                .addSubcommand(new CommandLine(new LogCommands())
                        .addSubcommand(new LogCommands.VerifyExport())
                        .addSubcommand(new LogCommands.Export()))
                .setExitCodeExceptionMapper(failure -> 2)
                .setExecutionExceptionHandler((failure, line, result) -> {
                    line.getErr().println(failure.getClass().getSimpleName() + ": " + failure.getMessage());
                    return 2;
                });
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
