package org.spocgateway.wiring;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.spocgateway.casework.GateOpening;
import org.spocgateway.dispatch.TransferExplanation;
import org.spocgateway.dispatch.TransferExplanation.DecisionThen;
import org.spocgateway.release.Reason;
import org.spocgateway.release.RuleWords;
import org.spocgateway.transferlog.LoggedStep;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An explanation of a transfer as lines for a terminal. */
final class ExplainedTransfer {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM uuuu HH:mm:ss", Locale.UK).withZone(ZoneId.of("Europe/London"));
    private static final Set<String> SAID_OTHERWISE =
            Set.of("v", "shard", "seq", "id", "at", "boot", "mono_ms", "type", "dir", "transfer", "actor", "committed");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<String> lines = new ArrayList<>();

    private ExplainedTransfer() {}

    static List<String> lines(TransferExplanation told) {
        var page = new ExplainedTransfer();
        page.lines.add("Transfer " + told.transfer());
        told.decisions().forEach(page::decision);
        if (told.decisions().isEmpty()) {
            page.lines.add("  The rules were never asked about it.");
        }
        page.lines.add("");
        page.lines.add("In the transfer log");
        told.log().forEach(page::step);
        return page.lines;
    }

    private void decision(DecisionThen then) {
        lines.add("");
        lines.add("%s: %s, %s".formatted(time(then.at()), then.kind(), then.verdict()));
        then.way()
                .ifPresent(way -> lines.add("  way        %s, profile %s%s%s, by rule %s"
                        .formatted(
                                way.transferChannel(),
                                way.profile(),
                                way.nextHop().isEmpty() ? "" : ", next hop " + way.nextHop(),
                                way.sealed() ? ", sealed to the recipient" : "",
                                way.rule())));
        then.reasons().forEach(this::reason);
        lines.add("  gate       " + then.gate());
        then.opening().ifPresent(this::opening);
        lines.add("  asked      questions %s; facts %s; marked %s"
                .formatted(words(then.questions()), words(then.fields()), then.marking()));
        lines.add("  secure     received securely: %s; urgent and no call noted: %s"
                .formatted(yes(then.receivedSecurely()), yes(then.callMissing())));
        lines.add("  agreement  "
                + then.agreement()
                        .map(each -> each.id() + ", " + each.signed() + " to " + each.until())
                        .orElse("none"));
        lines.add("  directory  %s%s, %d files kept"
                .formatted(
                        then.directory().hash(),
                        since(then.directory().since()),
                        then.directory().kept().size()));
        lines.add("  rules      " + then.rules().hash() + since(then.rules().since()));
        then.rules().set().forEach(this::rule);
        lines.add("  log        " + (then.log() ? "holds the digest of this decision" : "DOES NOT HOLD this decision"));
    }

    private void reason(Reason reason) {
        String sentence = reason.sentence().isEmpty() ? "(its words went with the case)" : reason.sentence();
        lines.add("  against    %s %s (policy %s)".formatted(reason.rule(), sentence, reason.paragraph()));
    }

    private void opening(GateOpening opening) {
        String who = opening.noted()
                .filter(noted -> !noted.equals(opening.confirmed()))
                .map(noted -> "noted by " + noted + ", confirmed by " + opening.confirmed())
                .orElse("confirmed by " + opening.confirmed());
        lines.add("             opened %s: %s, %s".formatted(time(opening.at()), opening.way(), who));
        opening.message()
                .ifPresent(message -> lines.add("             message %s, kind %s, grade %s, SHA-256 %s"
                        .formatted(
                                message.value(),
                                opening.kind().orElse("-"),
                                opening.grade().orElse("-"),
                                opening.fingerprint().map(Object::toString).orElse("erased with the case"))));
    }

    private void rule(RuleWords rule) {
        lines.add("    %-5s %s (policy %s)".formatted(rule.rule(), rule.effect(), rule.paragraph()));
        rule.sentences().values().stream().sorted().forEach(each -> lines.add("          " + each));
    }

    private void step(LoggedStep step) {
        var values = new ArrayList<String>();
        for (var field : JSON.readTree(step.leaf()).properties()) {
            if (!SAID_OTHERWISE.contains(field.getKey())) {
                values.add(field.getKey() + "=" + text(field.getValue()));
            }
        }
        lines.add("  %s %d  %s  %s  by %s".formatted(step.shard(), step.seq(), step.at(), step.type(), step.actor()));
        lines.add("      " + String.join(" ", values));
        lines.add("      leaf " + step.hash());
    }

    private static String text(JsonNode value) {
        return value.isString() ? value.asString() : value.toString();
    }

    private static String time(Instant at) {
        return TIME.format(at);
    }

    private static String since(java.util.Optional<Instant> since) {
        return since.map(at -> ", active since " + time(at)).orElse(", of which no text was kept");
    }

    private static String words(List<String> words) {
        return words.isEmpty() ? "none" : String.join(", ", words);
    }

    private static String yes(boolean value) {
        return value ? "yes" : "no";
    }
}
