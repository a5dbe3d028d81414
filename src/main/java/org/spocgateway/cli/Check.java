package org.spocgateway.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.spocgateway.directory.ConfigurationFaults;
import org.spocgateway.directory.Directory;
import org.spocgateway.wiring.PolicyFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells everything that is wrong with an installation, with file, line and fix. Sends nothing, changes nothing. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Tells everything that is wrong or will be, with file, line and fix.",
            "Exit code: 0 nothing, 1 something to act on, 2 the gateway will not start like this, 3 something outside is away."
        })
final class Check implements Callable<Integer> {
    private final Clock clock;

    @Mixin
    private Places places = new Places();

    @Option(
            names = "--live",
            description = "also connect to every next hop and mailbox server, and check TLS; no mail is sent")
    private boolean live;

    @Option(names = "--json", description = "one JSON list")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    Check(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        List<Finding> findings = findings().stream()
                .sorted(Comparator.comparing(Finding::level)
                        .thenComparing(Finding::file)
                        .thenComparing(Finding::line))
                .toList();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.pretty(findings));
        } else {
            print(out, findings);
        }
        return exitCode(findings);
    }

    private List<Finding> findings() {
        String folder = places.config().toString();
        Settings settings = places.settings();
        LocalDate day = LocalDate.now(clock);
        var findings = new ArrayList<Finding>();
        PolicyFiles.faults(places.config(), places.certs()).forEach(each -> findings.add(Finding.error(folder, each)));
        settings.faults().forEach(each -> findings.add(Finding.error(folder, each)));
        findings.addAll(new KeyFiles(places, settings).findings());
        findings.addAll(new CertificateFiles(places.config(), places.certs(), day).findings());
        findings.addAll(new RevocationDates(places.certs(), clock.instant()).findings());
        findings.addAll(new StateNotes(places, settings).findings());
        findings.addAll(new KeptApart(places).findings());
        findings.addAll(new ScannerFindings(folder, settings.scanner(), live).findings());
        directory().ifPresent(directory -> {
            findings.addAll(new PaperDates(folder, directory, day).findings());
            if (live) {
                findings.addAll(new LiveServers(places, directory, settings).findings());
            }
        });
        return findings;
    }

    private Optional<Directory> directory() {
        try {
            return Optional.of(Directory.read(places.config(), places.certs()));
        } catch (ConfigurationFaults e) {
            return Optional.empty(); // told already
        }
    }

    private static void print(PrintWriter out, List<Finding> findings) {
        for (Finding each : findings) {
            out.printf("%-7s %s:%d  %s%n", each.level(), each.file(), each.line(), each.sentence());
            out.printf("        fix: %s%n", each.fix());
        }
        long errors = count(findings, Finding.Level.ERROR);
        long warnings = count(findings, Finding.Level.WARNING);
        out.printf("%d errors, %d warnings, %d notes%n", errors, warnings, count(findings, Finding.Level.NOTE));
    }

    private static int exitCode(List<Finding> findings) {
        if (count(findings, Finding.Level.ERROR) > 0) {
            return 2;
        }
        if (count(findings, Finding.Level.AWAY) > 0) {
            return 3;
        }
        return count(findings, Finding.Level.WARNING) > 0 ? 1 : 0;
    }

    private static long count(List<Finding> findings, Finding.Level level) {
        return findings.stream().filter(each -> each.level() == level).count();
    }
}
