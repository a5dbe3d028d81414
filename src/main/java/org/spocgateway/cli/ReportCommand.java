package org.spocgateway.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.spocgateway.wiring.AdminCommands;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Figures for people who must know how it goes and must not know whom it is about (policy 2.3, 2.4). */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = "Reports without identities.",
        subcommands = ReportCommand.Yearly.class)
final class ReportCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** The yearly figures. */
    @Command(
            name = "yearly",
            mixinStandardHelpOptions = true,
            description = {
                "Prints the figures of a year without identities, and writes them as CSV where --csv says.",
                "Counts of 1 to 4 are not shown, nor a neighbour that would give one away. The log holds the SHA-256 of the CSV.",
                "Exit code: 0 done, 2 wrong use, 3 no gateway runs."
            })
    static final class Yearly implements Callable<Integer> {
        @Mixin
        private Places places = new Places();

        @Option(names = "--year", required = true, paramLabel = "YEAR", description = "such as 2026")
        private String year = "";

        @Option(
                names = "--for",
                paramLabel = "WHOM",
                defaultValue = "leadership",
                description = "leadership or partnership")
        private String audience = "leadership";

        @Option(names = "--csv", paramLabel = "FILE", description = "where to write the CSV (UTF-8)")
        private @Nullable Path csv;

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() throws IOException {
            PrintWriter out = spec.commandLine().getOut();
            var gateway = LiveGateway.in(places.state());
            if (!gateway.isThere()) {
                spec.commandLine().getErr().println("No gateway runs with the state folder " + places.state() + ".");
                return 3;
            }
            AdminCommands.Answer answer = gateway.tell("report-yearly", year, audience);
            int end = answer.lines().indexOf(AdminCommands.CSV_FOLLOWS);
            List<String> text = end < 0 ? answer.lines() : answer.lines().subList(0, end);
            text.forEach(out::println);
            if (end >= 0 && csv != null) {
                List<String> rows =
                        answer.lines().subList(end + 1, answer.lines().size());
                Files.writeString(csv, String.join("\r\n", rows) + "\r\n", StandardCharsets.UTF_8);
                out.println("Written to " + csv + ".");
            }
            return answer.code();
        }
    }
}
