package org.spocgateway.demonstration;

import org.spocgateway.dispatch.Evidence;
import org.spocgateway.dispatch.TransferView;
import org.spocgateway.release.Reason;

/** How one transfer or one reason is told in a line. */
final class Lines {
    private Lines() {}

    static String carried(TransferView view) {
        String way = view.transferChannel().map(each -> each.word()).orElse("-");
        String line = view.evidence().map(Lines::line).orElse("");
        return String.format(
                        "%-18s %-24s %s",
                        way, view.party().orElse("nobody"), view.state().name())
                + (line.isEmpty() ? "" : "  " + line);
    }

    static String asked(TransferView view) {
        String way = view.transferChannel()
                .map(each -> each.word())
                .orElse(view.state().word());
        String why = view.reasons().isEmpty()
                ? view.because()
                : view.reasons().stream()
                        .map(each -> each.rule() + " " + each.sentence())
                        .reduce((a, b) -> a + "; " + b)
                        .orElse("");
        return String.format(
                "%-18s %-22s %s  %s",
                way, view.party().orElse("(address)"), view.state().name(), why);
    }

    static String reason(Reason reason) {
        return String.format("%-4s %s  (policy %s)", reason.rule(), reason.sentence(), reason.paragraph());
    }

    private static String line(Evidence seen) {
        return seen.tlsVersion().map(version -> version + ", name checked").orElse("")
                + (seen.sealed() ? ", sealed" : "")
                + seen.queueId()
                        .map(id -> "   " + seen.code() + " queued " + id)
                        .orElse("");
    }
}
