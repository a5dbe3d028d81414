package org.spocgateway.proof;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Verifies an exported transfer log from nothing but the export: every signature, the root at every checkpoint, the place, form and
 * canonical spelling of every entry, the chain of years, and the container.
 */
public final class Verify {
    private Verify() {}

    /**
     * Verifies one export.
     *
     * @param verifierKey content of a {@code log.vkey} that came by another way than the export
     */
    public static Verdict verify(Path zip, Optional<String> verifierKey) {
        return verify(zip, verifierKey, Optional.empty());
    }

    /**
     * The same, and nothing up to an earlier checkpoint may have changed or gone.
     *
     * @param checkpoint a signed checkpoint that was kept outside the gateway
     */
    public static Verdict verify(Path zip, Optional<String> verifierKey, Optional<String> checkpoint) {
        if (!Files.isReadable(zip)) {
            return new Verdict.NotUnderstood("there is no file to read");
        }
        try (var container = new Container(zip)) {
            return new Replay(container).run(verifierKey, checkpoint);
        } catch (Unproven e) {
            return e.verdict();
        } catch (IOException | IllegalArgumentException e) { // a damaged zip ends in either
            return Verdict.Altered.outside("the zip is damaged");
        }
    }

    /** {@code Verify FILE.zip [log.vkey] [checkpoint]}: exit code 0 verified, 1 altered, 2 not understood or wrong use. */
    public static void main(String[] args) {
        System.exit(run(args, System.out));
    }

    static int run(String[] args, PrintStream out) {
        if (args.length < 1 || args.length > 3) {
            out.println("Usage: Verify FILE.zip [log.vkey] [checkpoint]");
            return 2;
        }
        try {
            Verdict verdict = verify(Path.of(args[0]), file(args, 1), file(args, 2));
            out.println(verdict.sentence());
            return verdict.exitCode();
        } catch (IOException e) {
            out.println("The key or the checkpoint cannot be read.");
            return 2;
        }
    }

    private static Optional<String> file(String[] args, int i) throws IOException {
        return i < args.length ? Optional.of(Files.readString(Path.of(args[i]))) : Optional.empty();
    }
}
