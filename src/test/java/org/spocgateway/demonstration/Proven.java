package org.spocgateway.demonstration;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.zip.ZipInputStream;
import org.spocgateway.dispatch.TransferState;
import org.spocgateway.dispatch.TransferView;
import org.spocgateway.dispatch.Transfers;
import org.spocgateway.proof.Verdict;
import org.spocgateway.proof.Verify;
import org.spocgateway.terms.TransferKind;
import org.spocgateway.transferlog.Checkpoint;
import org.spocgateway.transferlog.TransferLog;

/** The last chapter: the log verifies, one changed byte is found, and no planted name stands in it. */
final class Proven {
    private final Scene scene;
    private final Path folder;

    Proven(Scene scene, Path folder) {
        this.scene = scene;
        this.folder = folder;
    }

    void tell(long seed) throws IOException {
        TransferLog log = scene.part(TransferLog.class);
        Checkpoint checkpoint = log.sign();
        Path export = folder.resolve("transfer-log.zip");
        try (OutputStream out = Files.newOutputStream(export)) {
            log.export(out);
        }
        Verdict verdict = Verify.verify(export, Optional.empty());
        List<TransferView> out = scene.part(Transfers.class).of(scene.theCase().id()).stream()
                .filter(view -> view.kind() != TransferKind.NOTICE)
                .toList();
        int in = new InboundAtRest(
                        scene.part(org.springframework.jdbc.core.simple.JdbcClient.class),
                        scene.part(org.spocgateway.intake.Intake.class))
                .all()
                .size();
        long sent =
                out.stream().filter(view -> view.state() == TransferState.SENT).count();
        scene.narrator.line("");
        scene.narrator.line(
                "Transfer log  " + checkpoint.size() + " entries, " + (in + sent) + " transfers (" + in + " in, " + sent
                        + " out), " + wrongWay(out) + " by a wrong channel.  Checkpoint " + checkpoint.size()
                        + " signed.  Verified: "
                        + (verdict.exitCode() == 0 ? "OK" : verdict.sentence()));
        Verdict changed = Verify.verify(oneByteChanged(export, seed), Optional.empty());
        scene.narrator.line("              One byte changed in a copy: "
                + (changed.exitCode() == 0 ? "NOT FOUND" : "FOUND, " + changed.sentence()));
        scene.narrator.line("              Names planted in the mail, found in the log: " + found(export));
        require(verdict.exitCode() == 0, "the log of the story verifies");
        require(changed.exitCode() == 1, "one changed byte is found");
        require(found(export) == 0, "no planted name stands in the log");
        require(wrongWay(out) == 0, "nothing went by a wrong way");
    }

    /** Sent transfers whose way is not the one the rules name for them now. */
    private long wrongWay(List<TransferView> out) {
        return out.stream()
                .filter(view -> view.state() == TransferState.SENT)
                .filter(view ->
                        view.transferChannel().isEmpty() || view.evidence().isEmpty())
                .count();
    }

    private Path oneByteChanged(Path export, long seed) throws IOException {
        byte[] bytes = Files.readAllBytes(export);
        int at = new Random(seed).nextInt(bytes.length);
        bytes[at] ^= 1;
        Path copy = folder.resolve("transfer-log-changed.zip");
        Files.write(copy, bytes);
        return copy;
    }

    private long found(Path export) throws IOException {
        String all = unzipped(export);
        return planted().stream().filter(all::contains).count();
    }

    /** Every word of the story that names a person, an address or a subject. */
    private TreeSet<String> planted() {
        var words = new TreeSet<String>();
        Story person = scene.story.part("person");
        person.names().forEach(name -> words.add(person.text(name)));
        for (String part : scene.story.names()) {
            if (List.of("worry", "lookalike", "referral", "larkhill", "unopenable", "stop")
                    .contains(part)) {
                words.add(scene.story.part(part).text("from"));
                words.add(scene.story.part(part).text("subject"));
            }
        }
        words.addAll(List.of(person.text("name").split(" ")));
        words.add(scene.theCase().reference().value());
        words.add(scene.story.part("tidewell").text("name"));
        return words;
    }

    private static String unzipped(Path export) throws IOException {
        var text = new StringBuilder();
        try (var zip = new ZipInputStream(Files.newInputStream(export))) {
            while (zip.getNextEntry() != null) {
                text.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return text.toString();
    }

    private static void require(boolean isSo, String what) {
        if (!isSo) {
            throw new AssertionError("not so: " + what);
        }
    }
}
