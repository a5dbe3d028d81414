package org.spocgateway.wiring;

import java.nio.file.Path;
import java.util.List;
import org.spocgateway.directory.ConfigurationFault;
import org.spocgateway.directory.Directory;
import org.spocgateway.dispatch.Rehearsal;
import org.spocgateway.dispatch.TransferExplanations;
import org.spocgateway.release.ReleaseRules;
import org.spocgateway.terms.TransferId;
import org.springframework.stereotype.Component;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Questions about transfers, answered alike by the running gateway and by a command that opens the database itself. */
@Component
public class TransferCommands {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final TransferExplanations explanations;
    private final Rehearsal rehearsal;

    /** Over these. */
    public TransferCommands(TransferExplanations explanations, Rehearsal rehearsal) {
        this.explanations = explanations;
        this.rehearsal = rehearsal;
    }

    /** What came of a rehearsal, and the hashes it was held with; both are empty where the configuration has faults. */
    public record Rehearsed(AdminCommands.Answer answer, String rules, String directory, int differences) {}

    /** Every decision that other rules or another directory would change: 0 none, 1 some, 2 faults, each with file and line. */
    public Rehearsed rehearse(Path config, Path certs, boolean json) {
        List<ConfigurationFault> faults = PolicyFiles.faults(config, certs);
        if (!faults.isEmpty()) {
            var lines = faults.stream().map(Object::toString).toList();
            return new Rehearsed(new AdminCommands.Answer(2, lines), "", "", 0);
        }
        ReleaseRules rules = ReleaseRules.read(config);
        Directory directory = Directory.read(config, certs);
        Rehearsal.Outcome outcome = rehearsal.replay(rules, directory);
        List<String> lines = json ? JSON.writeValueAsString(outcome).lines().toList() : RehearsedLines.of(outcome);
        int differences = outcome.differences().size();
        var answer = new AdminCommands.Answer(differences == 0 ? 0 : 1, lines);
        return new Rehearsed(answer, rules.hash(), directory.hash(), differences);
    }

    /** Why a transfer went, or did not; 1 when nobody knows it. */
    public AdminCommands.Answer explain(String id, boolean json) {
        try {
            return explanations
                    .of(new TransferId(id))
                    .map(told -> new AdminCommands.Answer(
                            0, json ? JSON.writeValueAsString(told).lines().toList() : ExplainedTransfer.lines(told)))
                    .orElseGet(() -> AdminCommands.Answer.no("There is no transfer of this id."));
        } catch (IllegalArgumentException e) {
            return new AdminCommands.Answer(
                    2, List.of("A transfer's id has 26 letters and digits; the review shows it."));
        }
    }
}
