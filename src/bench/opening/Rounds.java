import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs the contenders in turn, cell by cell and round by round, so that whatever disturbs the machine disturbs all of them.
 *
 * <p>{@code Rounds CONTENDERS FOLDER ROUNDS MILLISECONDS WARM-UP-MILLISECONDS}; the file of contenders has a line {@code name TAB command}
 * each; every one is a process of its own that answers on its standard output. The figure is the process's CPU time a message, median of
 * the rounds.
 */
final class Rounds {
    private static final List<String> CELLS = List.of(
            "20k-rsa2048-cbc",
            "20k-rsa2048-gcm",
            "20k-rsa3072-cbc",
            "20k-p256-cbc",
            "20k-p256-gcm",
            "1m-rsa2048-cbc",
            "1m-rsa2048-gcm");

    private record Contender(String name, Process process, BufferedReader out, PrintWriter in) {
        static Contender start(String line) throws IOException {
            String[] words = line.split("\t");
            Process process = new ProcessBuilder(words[1].split(" +"))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            var contender = new Contender(
                    words[0], process, process.inputReader(), new PrintWriter(process.outputWriter(), true));
            contender.answer();
            return contender;
        }

        private String answer() throws IOException {
            String line = out.readLine();
            if (line == null) {
                throw new IOException(name + " stopped");
            }
            return line;
        }

        /** CPU microseconds a message. */
        double run(String cell, long milliseconds) throws IOException {
            in.println(cell + " " + milliseconds);
            String[] words = answer().split(" ");
            return Double.parseDouble(words[1]) / Long.parseLong(words[0]) / 1000;
        }

        /** The agent of the Direct Project knows neither GCM nor elliptic curves. */
        boolean can(String cell) {
            return !name.equals("nhind-agent") || (cell.contains("rsa") && cell.endsWith("cbc"));
        }
    }

    private Rounds() {}

    public static void main(String[] words) throws Exception {
        List<Contender> contenders = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of(words[0]))) {
            contenders.add(Contender.start(line));
        }
        int rounds = Integer.parseInt(words[2]);
        long milliseconds = Long.parseLong(words[3]);
        for (Contender each : contenders) {
            for (String cell : CELLS) {
                if (each.can(cell)) {
                    each.run(cell, each.name().startsWith("libcrypto") ? milliseconds : Long.parseLong(words[4]));
                }
            }
        }
        Map<String, List<Double>> figures = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (String cell : CELLS) {
                for (Contender each : contenders) {
                    if (each.can(cell)) {
                        figures.computeIfAbsent(cell + " " + each.name(), key -> new ArrayList<>())
                                .add(each.run(cell, milliseconds));
                    }
                }
            }
        }
        tell(contenders, figures);
        contenders.forEach(each -> each.process().destroy());
    }

    private static void tell(List<Contender> contenders, Map<String, List<Double>> figures) {
        System.out.println("CPU microseconds a message, median (least-most); x: how many times the gateway's figure");
        for (String cell : CELLS) {
            double ours = median(figures.get(cell + " gateway"));
            System.out.println(cell);
            for (Contender each : contenders) {
                List<Double> all = figures.get(cell + " " + each.name());
                if (all != null) {
                    System.out.printf(
                            "  %-16s %9.0f  (%.0f-%.0f)  x %.2f   gateway/this %.2f%n",
                            each.name(),
                            median(all),
                            all.stream().min(Double::compare).orElseThrow(),
                            all.stream().max(Double::compare).orElseThrow(),
                            median(all) / ours,
                            ours / median(all));
                }
            }
        }
    }

    private static double median(List<Double> all) {
        List<Double> sorted = all.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }
}
