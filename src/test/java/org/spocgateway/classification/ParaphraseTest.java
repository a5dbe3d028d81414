package org.spocgateway.classification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.spocgateway.directory.Directory;
import org.spocgateway.envelope.Content;
import org.spocgateway.envelope.Opened;
import org.spocgateway.envelope.ReadMail;
import org.spocgateway.envelope.Signature;

/**
 * Wordings written before any tuning: a false opening is never allowed, a false hold is counted.
 *
 * <p>The first score, before the phrases were changed because of it: 11 of 20 right, two of the wrong ones false openings ("… the
 * minute you can begin …" and "… may begin. Correction: it may not …"). What came of it: a neighbouring sentence that denies or
 * conditions anything turns a go-ahead into a hold, whatever its words. Since then this set is no longer unseen.
 *
 * <p>The second set of 60 was written by somebody who had not seen the phrases. Its first score: 34 of 60 (go-ahead 0 of 12, not yet 12 of
 * 12, stop 5 of 12, no role 6 of 12, other 11 of 12), one of the wrong ones a false opening (a template for "information request" sent
 * round). What was not recognised waited for a person. Since the reading became one of families of words (permission, obstacle denied,
 * condition, stop), 9 of its 12 go-aheads open and every stop stops. Neither set is unseen any more; docs/classification.md has the
 * figures of a corpus that was.
 */
class ParaphraseTest {
    private static final Directory DIRECTORY = Directory.read(Path.of("config"), Path.of("certs"));
    private static final Classifier CLASSIFIER = new Classifier(MailRoom.ruleBook(Path.of("config")));
    private static final String HEADERS = """
            Authentication-Results: mx.brackenford.gov.uk; dmarc=pass header.from=northmere.police.uk
            Received: from mail.northmere.police.uk by mx.brackenford.gov.uk (version=TLS1_3) with ESMTPS
            From: <prevent.referrals@northmere.police.uk>
            To: <channel.spoc@brackenford.gov.uk>
            Subject: RE: CHN/2017/031
            Content-Type: text/plain; charset=utf-8

            """;

    @Test
    void no_paraphrase_opens_that_should_not() throws IOException {
        int right = 0;
        for (String line : lines()) {
            String[] parts = line.split(" \\| ", 2);
            Classified verdict = classify(parts[1]);
            boolean opens = verdict.effect() == GateEffect.OPEN_PROPOSED;
            assertThat(opens && !parts[0].equals("OPEN_PROPOSED")).as(parts[1]).isFalse();
            right += isRight(parts[0], verdict) ? 1 : 0;
        }
        assertThat(right).isGreaterThanOrEqualTo(17);
    }

    @Test
    void of_the_second_set_none_opens_that_should_not_and_stops_are_known() throws IOException {
        var right = new TreeMap<String, Integer>();
        for (String block : Files.readString(Path.of("src/test/resources/paraphrases-second.txt"))
                .split("(?m)^====\\s*$")) {
            String[] parts = block.strip().split("\n", 2);
            Classified verdict = classify(parts[1]);
            boolean opens = verdict.effect() == GateEffect.OPEN_PROPOSED;
            assertThat(opens && !parts[0].equals("OPEN_PROPOSED")).as(parts[1]).isFalse();
            right.merge(parts[0], isRight(parts[0], verdict) ? 1 : 0, Integer::sum);
        }
        assertThat(right.get("NOT_OPEN")).isEqualTo(24);
        assertThat(right.get("STOP")).isEqualTo(12);
        assertThat(right.get("OPEN_PROPOSED")).isGreaterThanOrEqualTo(9);
        assertThat(right.get("NO_ROLE")).isGreaterThanOrEqualTo(11);
    }

    @Test
    void what_cannot_be_read_to_its_end_opens_nothing() {
        String words = "Our checks are complete. Information gathering can commence on CHN/2017/031.";

        assertThat(classify(words).effect()).isEqualTo(GateEffect.OPEN_PROPOSED);
        assertThat(classify(words + "\n\n" + "So we wrote. ".repeat(90_000) + "Do not begin.")
                        .effect())
                .isEqualTo(GateEffect.HOLD);
    }

    private static boolean isRight(String expected, Classified verdict) {
        return switch (expected) {
            case "OPEN_PROPOSED" -> verdict.effect() == GateEffect.OPEN_PROPOSED;
            case "STOP" -> verdict.effect() == GateEffect.STOP;
            case "NO_ROLE" -> verdict.kind() == MessageKind.POLICE_NO_FURTHER_ACTION;
            default -> verdict.effect() != GateEffect.OPEN_PROPOSED;
        };
    }

    private static Classified classify(String words) {
        byte[] raw = (HEADERS + words + "\n").replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        ReadMail mail = ReadMail.of(raw);
        var opened = new Opened(
                Content.of(raw), List.of(), Optional.empty(), Signature.NONE, Optional.empty(), false, false, false);
        return CLASSIFIER.classify(opened, mail, mail, DIRECTORY);
    }

    private static List<String> lines() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/paraphrases.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
    }
}
