package org.spocgateway.wiring;

import java.util.ArrayList;
import java.util.List;
import org.spocgateway.dispatch.Rehearsal;
import org.spocgateway.dispatch.Rehearsal.Difference;

/** What came of a rehearsal as lines for a terminal: the differences, and how many decisions were asked. */
final class RehearsedLines {
    private RehearsedLines() {}

    static List<String> of(Rehearsal.Outcome outcome) {
        var lines = new ArrayList<String>();
        for (Difference each : outcome.differences()) {
            lines.add(each.transfer() + "  " + each.at() + "  " + each.kind());
            lines.add("    then  " + each.then());
            lines.add("    now   " + each.now());
            each.reasons()
                    .forEach(reason -> lines.add("          " + reason.rule() + " " + reason.sentence() + " (policy "
                            + reason.paragraph() + ")"));
        }
        lines.add("%d decisions replayed, %d would be otherwise."
                        .formatted(outcome.replayed(), outcome.differences().size())
                + (outcome.erased() == 0
                        ? ""
                        : " %d could not be replayed: their case was erased.".formatted(outcome.erased())));
        return lines;
    }
}
