package org.spocgateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code gateway classify} as somebody uses it: tables as they come, one line a file, and a sentence for what cannot be used. */
class ClassifyTest {
    private static final String HEADERS = """
            Authentication-Results: mx.brackenford.gov.uk; spf=pass; dkim=pass; dmarc=pass header.from=northmere.police.uk
            Received: from mail.northmere.police.uk by mx.brackenford.gov.uk (version=TLS1_3) with ESMTPS
            From: <imran.whitlock@northmere.police.uk>
            To: <channel.spoc@brackenford.gov.uk>
            Content-Type: text/plain; charset=utf-8
            """;

    @TempDir
    Path folder;

    private Path corpus;

    @BeforeEach
    void corpus() throws IOException {
        corpus = Files.createDirectories(folder.resolve("corpus"));
        mail("go.eml", "RE: CHN 2017 31", "Our checks are complete. Information gathering can commence.");
        mail("stop.eml", "HOLD - PCM/2017/004213", "Live matter, please cease all enquiries.");
    }

    @Test
    void it_writes_a_header_and_a_line_for_each_file() {
        Shell.Result result = run();

        assertThat(result.code()).isZero();
        assertThat(result.out().lines())
                .containsExactly(
                        "file\tkind\tgate\turgent\tgrade\tforward\tattach",
                        "go.eml\tK3\tOPEN_PROPOSED\tn\tC\tn\tCHN/2017/031",
                        "stop.eml\tK5\tSTOP\tn\tC\tn\tnone");
    }

    @Test
    void tables_may_have_commas_and_their_columns_in_any_order() throws IOException {
        Path cases = file("cases.csv", "initials,police_ref,case\nT.R.,PCM/2017/004213,CHN/2017/031\n");
        Path labels = file("labels.csv", "note;gate;file\n\"a; b\";open proposed;go\n;STOP;stop.eml\n");

        Shell.Result result = run("--cases=" + cases, "--labels=" + labels, "--out=" + folder.resolve("out.tsv"));

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(folder.resolve("out.tsv")).content().contains("stop.eml\tK5\tSTOP\tn\tC\tn\tCHN/2017/031");
        assertThat(result.out()).contains("accuracy gate     1.0000 (2 of 2)").doesNotContain("accuracy kind");
    }

    @Test
    void a_go_ahead_for_no_known_case_is_held() throws IOException {
        Path cases = file("cases.tsv", "case\tpolice_ref\tinitials\nCHN/2018/007\t\tW.D.\n");

        assertThat(run("--cases=" + cases).out()).contains("go.eml\tK3\tHOLD\tn\tC\tn\tnone");
    }

    @Test
    void only_whom_the_table_lets_may_open() throws IOException {
        Path may = file(
                "may.tsv", "side\tname\tmay_open_gate\taddress\nPolice\tDS\tyes\timran.whitlock@northmere.police.uk\n");
        Path not = file(
                "not.tsv", "address\tname\tside\tmay_open_gate\nimran.whitlock@northmere.police.uk\tDS\tpolice\tn\n");
        Path external = file(
                "ext.tsv", "address\tname\tside\tmay_open_gate\nimran.whitlock@northmere.police.uk\tDS\texternal\ty\n");

        assertThat(run("--directory=" + may).out()).contains("go.eml\tK3\tOPEN_PROPOSED");
        assertThat(run("--directory=" + not).out()).contains("go.eml\tK3\tHOLD");
        assertThat(run("--directory=" + external).out()).doesNotContain("OPEN_PROPOSED");
    }

    @Test
    void a_false_opening_counts_100_and_is_told_with_its_rule_and_place() throws IOException {
        Path labels = file("labels.tsv", "file\tkind\tgate\ngo.eml\tK4\tSTAY_CLOSED\nstop.eml\tK5\tSTOP\n");

        Shell.Result result = run("--labels=" + labels);

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out())
                .contains(
                        "COUNTS 100: false opening: go.eml",
                        "rule police-go-ahead",
                        "intent-go-ahead@text",
                        "score 100");
    }

    @Test
    void what_cannot_be_used_is_told_in_one_sentence() throws IOException {
        assertThat(run("--labels=" + file("x.tsv", "name\tkind\n")).err()).contains("has no column 'file'");
        assertThat(run("--cases=" + file("y.tsv", "")).err()).contains("is empty");
        assertThat(run("--directory=" + folder.resolve("gone.tsv")).err()).contains("cannot be read");
        assertThat(run("--profile=gone").err()).contains("is no profile");
        assertThat(run("--profile=gone").code()).isEqualTo(2);
    }

    private void mail(String name, String subject, String text) throws IOException {
        String all = HEADERS + "Subject: " + subject + "\n\n" + text + "\n";
        Files.write(corpus.resolve(name), all.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Shell.Result run(String... more) {
        var command = new ArrayList<>(
                List.of("classify", "--corpus=" + corpus, "--config=config", "--certs=certs", "--secrets=" + folder));
        command.addAll(List.of(more));
        var out = new StringWriter();
        var err = new StringWriter();
        int code = Commands.run(
                command.toArray(new String[0]),
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                Clock.systemUTC());
        return new Shell.Result(code, out.toString(), err.toString());
    }
}
