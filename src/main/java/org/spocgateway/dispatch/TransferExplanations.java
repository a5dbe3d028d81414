package org.spocgateway.dispatch;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.spocgateway.casework.GateOpenings;
import org.spocgateway.dispatch.TransferExplanation.AgreementThen;
import org.spocgateway.dispatch.TransferExplanation.DecisionThen;
import org.spocgateway.dispatch.TransferExplanation.RulesThen;
import org.spocgateway.dispatch.TransferExplanation.SnapshotThen;
import org.spocgateway.dispatch.TransferExplanation.WayThen;
import org.spocgateway.release.Reason;
import org.spocgateway.release.ReleaseRules;
import org.spocgateway.release.RuleWords;
import org.spocgateway.terms.TransferId;
import org.spocgateway.transferlog.LoggedStep;
import org.spocgateway.transferlog.TransferFacts;
import org.spocgateway.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers for any past transfer why it was allowed, from what was written down then; the policy in force today is not asked. */
@Component
public class TransferExplanations {
    private final DecisionRows rows;
    private final SealedWords sealed;
    private final PolicyTexts texts;
    private final GateOpenings openings;
    private final TransferFacts log;

    /** Over this database; needs nothing that runs. */
    public TransferExplanations(JdbcClient db, Vault vault, SecureRandom random, Clock clock) {
        rows = new DecisionRows(db);
        sealed = new SealedWords(vault);
        texts = new PolicyTexts(db, vault, clock);
        openings = new GateOpenings(db, vault, random, clock);
        log = new TransferFacts(db);
    }

    /** Empty when neither a decision nor the log knows the transfer. */
    public Optional<TransferExplanation> of(TransferId id) {
        List<LoggedStep> steps = log.steps(id.value());
        List<DecisionThen> decisions =
                rows.of(id).stream().map(row -> then(row, steps)).toList();
        return steps.isEmpty() && decisions.isEmpty()
                ? Optional.empty()
                : Optional.of(new TransferExplanation(id.value(), decisions, steps));
    }

    private DecisionThen then(DecisionRecord row, List<LoggedStep> steps) {
        List<RuleWords> set = texts.text(row.ruleSetHash(), ReleaseRules.FILE)
                .map(text -> ReleaseRules.words(text, row.kind()))
                .orElse(List.of());
        return new DecisionThen(
                row.at(),
                row.day(),
                row.kind().word(),
                row.verdict(),
                way(row),
                reasons(row, set),
                row.gate().word(),
                row.opening().flatMap(openings::find),
                row.questions(),
                row.fields(),
                row.receivedSecurely(),
                row.callMissing(),
                row.marking().words(),
                new RulesThen(row.ruleSetHash(), texts.since(row.ruleSetHash()), set),
                new SnapshotThen(
                        row.directoryHash(), texts.since(row.directoryHash()), texts.names(row.directoryHash())),
                row.agreement().map(each -> new AgreementThen(each.id(), each.signed(), each.until())),
                steps.stream().anyMatch(step -> step.leaf().contains(row.digest())));
    }

    private static Optional<WayThen> way(DecisionRecord row) {
        var way = row.way();
        return way.transferChannel().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new WayThen(way.transferChannel(), way.profile(), way.nextHop(), way.sealed(), way.rule()));
    }

    /** Once the case was erased the sentences are gone; which rules objected stays. */
    private List<Reason> reasons(DecisionRecord row, List<RuleWords> set) {
        return rows.reasons(row.id())
                .map(bytes -> sealed.against(row.caseId(), row.id(), bytes))
                .orElseGet(() -> row.objections().stream()
                        .map(rule -> new Reason(rule, paragraph(set, rule), ""))
                        .toList());
    }

    private static String paragraph(List<RuleWords> set, String rule) {
        return set.stream()
                .filter(each -> each.rule().equals(rule))
                .map(RuleWords::paragraph)
                .findFirst()
                .orElse("");
    }
}
