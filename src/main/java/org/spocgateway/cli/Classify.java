package org.spocgateway.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.spocgateway.classification.Classifier;
import org.spocgateway.directory.ConfigurationFaults;
import org.spocgateway.directory.Directory;
import org.spocgateway.envelope.KeyFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Classifies a folder of mails by the rules in force and, with labels, scores the rules. Nothing is stored, sent or logged. */
@Command(
        name = "classify",
        mixinStandardHelpOptions = true,
        description = {
            "Classifies every mail of a folder by the rules in force, one line a file; with labels it scores them.",
            "Tables are tab or comma separated, with the columns named in the first line, in any order.",
            "Exit code: 0 done, 1 a mistake that counts 100 (with labels), 2 a file that cannot be used."
        })
final class Classify implements Callable<Integer> {
    private static final List<String> NO_MAIL =
            List.of(".tsv", ".csv", ".txt", ".md", ".json", ".yaml", ".yml", ".py", ".sh", ".pem", ".p12", ".crl");

    private final Clock clock;

    @Mixin
    private Places places = new Places();

    @Option(names = "--corpus", required = true, paramLabel = "DIR", description = "the folder of mails")
    private Path corpus = Path.of(".");

    @Option(
            names = "--labels",
            paramLabel = "TSV",
            description = "what they are: file, and any of kind, gate, urgent, grade, forward, attach")
    private Optional<Path> labels = Optional.empty();

    @Option(names = "--cases", paramLabel = "TSV", description = "known cases: case, police_ref, initials")
    private Optional<Path> cases = Optional.empty();

    @Option(
            names = "--directory",
            paramLabel = "TSV",
            description = "known addresses instead of the installed ones: address, name, side, may_open_gate")
    private Optional<Path> directory = Optional.empty();

    @Option(names = "--out", paramLabel = "TSV", description = "where the lines go (standard output)")
    private Optional<Path> output = Optional.empty();

    @Option(
            names = "--profile",
            paramLabel = "ID",
            description = "a profile of channels.yaml for all; without it each mail is judged by that of its day")
    private Optional<String> profile = Optional.empty();

    @Mixin
    private MailSources sources = new MailSources();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    Classify(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        try {
            return classify();
        } catch (ConfigurationFaults | MailSources.Unusable e) {
            spec.commandLine().getErr().println(e.getMessage());
            return 2;
        }
    }

    private int classify() {
        Optional<CorpusLabels> labelled = labels.map(CorpusLabels::read);
        MailSources.Chosen chosen = sources.with(clock);
        Directory installed = Directory.read(places.config(), places.certs());
        Directory known = directory
                .map(file -> KnownPeople.read(
                        file,
                        installed,
                        chosen.trust().map(KeyFolder::certificates).orElseGet(installed::trust)))
                .orElse(installed);
        List<CorpusRow> rows = rows(new MailRoom(places, chosen, known), new ProfileOfDay(known, profile));
        write(rows);
        PrintWriter out = spec.commandLine().getOut();
        Optional<CorpusScore> score = labelled.map(each -> new CorpusScore(rows, each));
        score.ifPresent(each -> each.print(out));
        out.flush();
        return score.filter(each -> each.weighty() > 0).isPresent() ? 1 : 0;
    }

    private List<CorpusRow> rows(MailRoom room, ProfileOfDay day) {
        if (!Files.isDirectory(corpus)) {
            throw new MailSources.Unusable("'" + corpus + "' is no folder.");
        }
        Classifier rules = cases.map(file -> room.classifier().knowing(KnownCases.written(file)))
                .orElse(room.classifier());
        Optional<KnownCases> known = cases.map(file -> KnownCases.read(file, rules));
        var rows = new ArrayList<CorpusRow>();
        for (Path file : mails()) {
            byte[] bytes = MailRoom.bytes(file);
            Directory then = day.of(bytes);
            String name = corpus.relativize(file).toString().replace('\\', '/');
            rows.add(CorpusRow.of(name, room.look(bytes, rules, then), then, known));
        }
        return rows;
    }

    /** Every {@code .eml}; in a folder without any, every file that is not plainly something else. */
    private List<Path> mails() {
        List<Path> files = MailRoom.files(corpus);
        List<Path> named = files.stream()
                .filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".eml"))
                .toList();
        return named.isEmpty() ? files.stream().filter(Classify::isMail).toList() : named;
    }

    private static boolean isMail(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return NO_MAIL.stream().noneMatch(name::endsWith);
    }

    private void write(List<CorpusRow> rows) {
        var lines = new ArrayList<String>();
        lines.add(String.join("\t", CorpusRow.COLUMNS));
        rows.forEach(row -> lines.add(row.line()));
        if (output.isEmpty()) {
            lines.forEach(spec.commandLine().getOut()::println);
            return;
        }
        try {
            Files.write(output.get(), lines);
        } catch (IOException e) {
            throw new MailSources.Unusable("'" + output.get() + "' cannot be written.");
        }
    }
}
