package org.spocgateway.review;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.spocgateway.transferlog.FactFilter;
import org.spocgateway.transferlog.TransferFacts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What reviewers see first: how many were delivered, held, refused, failed; which were refused and by which rule (ux 2.2, screen H). */
@Controller
class OverviewPage {
    private static final List<Duration> PERIODS = List.of(Duration.ofDays(1), Duration.ofDays(7), Duration.ofDays(30));
    private static final int REFUSALS = 25;

    private final TransferFacts facts;
    private final Organisations organisations;
    private final Clock clock;

    OverviewPage(TransferFacts facts, Organisations organisations, Clock clock) {
        this.facts = facts;
        this.organisations = organisations;
        this.clock = clock;
    }

    /** What is counted together, under one message key. */
    private enum Counter {
        CHECKED("decision.permitted", "decision.refused", "decision.held"),
        PERMITTED("decision.permitted"),
        REFUSED("decision.refused"),
        HELD("decision.held"),
        DELIVERED("out.sent", "portal.live"),
        FAILED("out.rejected", "out.uncertain", "out.insecure"),
        QUARANTINED("intake.quarantined", "intake.unopened"),
        PORTAL_REFUSED("portal.auth-fail"),
        SIGN_IN_REFUSED("auth.failed", "auth.denied");

        private final List<String> types;

        Counter(String... types) {
            this.types = List.of(types);
        }

        private long in(Map<String, Long> counts) {
            return types.stream()
                    .mapToLong(type -> counts.getOrDefault(type, 0L))
                    .sum();
        }
    }

    /** One line of the table: what, and how often in each period. */
    record Line(String key, List<Long> counts) {}

    @GetMapping("/review")
    String first() {
        return "redirect:/review/overview";
    }

    @GetMapping("/review/overview")
    String show(Model model) {
        Instant now = clock.instant();
        List<Map<String, Long>> counts =
                PERIODS.stream().map(period -> facts.counts(now.minus(period))).toList();
        model.addAttribute(
                "lines",
                Stream.of(Counter.values())
                        .map(counter -> line(counter, counts))
                        .toList());
        model.addAttribute("checked", Counter.CHECKED.in(counts.get(counts.size() - 1)));
        model.addAttribute("refusals", refusals(now.minus(PERIODS.get(PERIODS.size() - 1))));
        model.addAttribute(
                "columns",
                List.of(Column.TIME_UTC, Column.TRANSFER_CHANNEL, Column.ORGANISATION, Column.KIND, Column.RULES));
        return "review/overview";
    }

    private List<Row> refusals(Instant since) {
        var refused = new FactFilter(Optional.of(since), Optional.empty(), "", "", "", "refused", "", "", "");
        return facts.transfers(refused, 0, REFUSALS).stream()
                .map(fact -> Row.of(fact, organisations))
                .toList();
    }

    private static Line line(Counter counter, List<Map<String, Long>> counts) {
        return new Line(
                "review.count." + counter.name(),
                counts.stream().map(counter::in).toList());
    }
}
