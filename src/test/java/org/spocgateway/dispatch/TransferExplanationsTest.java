package org.spocgateway.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spocgateway.directory.Directory;
import org.spocgateway.dispatch.TransferExplanation.DecisionThen;
import org.spocgateway.release.ReleaseRules;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.TransferId;

/** What allowed a past transfer is told from what was written down then, whatever the policy says today. */
class TransferExplanationsTest {
    @ParameterizedTest
    @MethodSource("org.spocgateway.dispatch.Office#both")
    void a_past_transfer_is_explained_under_a_changed_policy_and_after_a_restart(Office office) throws IOException {
        String rulesThen = activated(office);
        CaseId id = office.worry();
        office.goAhead(id);
        TransferId sent = office.ask(id, "larkhill-nhs-trust").get(0);
        office.run(sent);

        office.config = changed("police have not said that", "nobody has said that");
        office.restart();
        String rulesNow = activated(office);
        TransferExplanation told =
                office.the(TransferExplanations.class).of(sent).orElseThrow();

        DecisionThen then = told.decisions().get(0);
        assertThat(rulesThen).isNotEqualTo(rulesNow);
        assertThat(then.verdict()).isEqualTo("permitted");
        assertThat(then.way().orElseThrow().transferChannel()).isEqualTo("gcsx");
        assertThat(then.opening().orElseThrow().way()).isEqualTo("spoken");
        assertThat(then.opening().orElseThrow().confirmed()).isEqualTo("jo-pendry");
        assertThat(then.rules().hash()).isEqualTo(rulesThen);
        assertThat(then.rules().set())
                .filteredOn(rule -> rule.rule().equals("R1"))
                .singleElement()
                .satisfies(rule -> assertThat(rule.sentences().get("not-open")).contains("police have not said"));
        assertThat(then.agreement().orElseThrow().id()).isNotEmpty();
        assertThat(then.directory().kept()).contains("directory/agreements.yaml", "channels.yaml");
        assertThat(then.log()).as("the log holds the digest of the decision").isTrue();
        assertThat(told.log()).extracting("type").contains("decision.permitted", "out.eod-intent", "out.sent");
        assertThat(told.toString()).doesNotContain("T.R.", "larkhill.safeguarding@", office.reference(id));
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.dispatch.Office#both")
    void a_refusal_keeps_every_reason_and_a_changed_record_does_not_fit_the_log(Office office) {
        activated(office);
        TransferId refused = office.ask(office.worry(), "tidewell-homes").get(0);
        office.run(refused);

        DecisionThen then = office.the(TransferExplanations.class)
                .of(refused)
                .orElseThrow()
                .decisions()
                .get(0);
        assertThat(then.verdict()).isEqualTo("refused");
        assertThat(then.reasons()).extracting("rule").contains("R1");
        assertThat(then.log()).isTrue();

        office.database
                .db()
                .sql("update transfer_decision set gate = 'open' where transfer_id = ?")
                .param(refused.value())
                .update();
        assertThat(office.the(TransferExplanations.class)
                        .of(refused)
                        .orElseThrow()
                        .decisions())
                .allSatisfy(each -> assertThat(each.log()).isFalse());
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.dispatch.Office#both")
    void a_rehearsal_under_the_same_policy_differs_nowhere_and_under_another_one_says_where(Office office)
            throws IOException {
        CaseId id = office.worry();
        TransferId early = office.ask(id, "larkhill-nhs-trust").get(0);
        office.run(early);
        office.goAhead(id);
        List<TransferId> asked = office.ask(
                id, "larkhill-nhs-trust", "tidewell-homes", "childrens-social-care", "j.doe@webmail.example");
        asked.forEach(office::run);
        var mine = Stream.concat(Stream.of(early), asked.stream())
                .map(TransferId::value)
                .toList();
        Rehearsal rehearsal = office.the(Rehearsal.class);

        var same = rehearsal.replay(office.the(ReleaseRules.class), office.the(Directory.class));
        assertThat(same.replayed()).isGreaterThanOrEqualTo(5);
        assertThat(same.differences())
                .filteredOn(each -> mine.contains(each.transfer()))
                .isEmpty();

        Path other = changed("police have not said that", "nobody has said that");
        Path partners = other.resolve("directory/partners.yaml");
        Files.writeString(
                partners,
                Files.readString(partners)
                        .replace("larkhill.safeguarding@nhs.net", "larkhill.safeguarding@moved.nhs.net"));
        var moved = rehearsal.replay(ReleaseRules.read(other), Directory.read(other, Office.PKI.certs()));
        assertThat(moved.differences())
                .filteredOn(each -> mine.contains(each.transfer()))
                .extracting("transfer")
                .containsExactlyInAnyOrder(early.value(), asked.get(0).value());
        assertThat(moved.differences())
                .filteredOn(each -> each.transfer().equals(asked.get(0).value()))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.then()).startsWith("permitted gcsx");
                    assertThat(each.now()).contains("R22");
                    assertThat(each.reasons()).isNotEmpty();
                });
    }

    /** As the start does it; gives the hash of the rules. */
    private static String activated(Office office) {
        var rules = office.the(ReleaseRules.class);
        var directory = office.the(Directory.class);
        office.database.tx().executeWithoutResult(status -> {
            office.the(PolicyTexts.class).activate("directory", directory.hash(), directory.files());
            office.the(PolicyTexts.class)
                    .activate("release-rules", rules.hash(), Map.of(ReleaseRules.FILE, rules.text()));
        });
        return rules.hash();
    }

    /** A copy of config/ whose rules hold another sentence. */
    private static Path changed(String from, String to) throws IOException {
        Path copy = Files.createTempDirectory("config");
        Path config = Path.of("config");
        try (Stream<Path> files = Files.walk(config)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = copy.resolve(config.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
        Path rules = copy.resolve(ReleaseRules.FILE);
        Files.writeString(rules, Files.readString(rules).replace(from, to));
        return copy;
    }
}
