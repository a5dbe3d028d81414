package org.spocgateway.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.spocgateway.casework.CaseSummary;
import org.spocgateway.casework.Cases;
import org.spocgateway.casework.ChaseCall;
import org.spocgateway.casework.ChaseCalls;
import org.spocgateway.casework.RequestView;
import org.spocgateway.casework.Requests;
import org.spocgateway.terms.CaseReference;
import org.spocgateway.terms.RequestId;
import org.spocgateway.terms.TransferKind;
import org.springframework.stereotype.Component;

/** Who was asked what about the open cases, and how far each answer is: one row for each partner of each request. */
@Component
class Board {
    private final Cases cases;
    private final Requests requests;
    private final ChaseCalls calls;
    private final Progress progress;

    Board(Cases cases, Requests requests, ChaseCalls calls, Progress progress) {
        this.cases = cases;
        this.requests = requests;
        this.calls = calls;
        this.progress = progress;
    }

    /**
     * One row.
     *
     * @param party directory id; empty when the address is nobody's
     * @param overdue whether an answer is waited for and its day is over
     * @param called when the partner was last rung about it
     */
    record Row(
            RequestId request,
            CaseReference caseReference,
            String party,
            Progress.Line line,
            Instant askedAt,
            LocalDate replyBy,
            boolean waits,
            boolean overdue,
            Optional<Instant> called) {}

    /** Overdue ones first, then those that are waited for, by their day. */
    List<Row> rows() {
        return cases.open().stream()
                .map(CaseSummary::id)
                .flatMap(id -> requests.of(id).stream())
                .filter(each -> each.kind() == TransferKind.INFORMATION_REQUEST && !each.undone())
                .flatMap(this::rows)
                .sorted(Comparator.comparing(Row::overdue)
                        .thenComparing(Row::waits)
                        .reversed()
                        .thenComparing(Row::replyBy))
                .toList();
    }

    private Stream<Row> rows(RequestView request) {
        List<Progress.Line> lines = progress.lines(request);
        return java.util.stream.IntStream.range(0, lines.size()).mapToObj(i -> {
            RequestView.Recipient to = request.recipients().get(i);
            boolean waits = to.waits();
            return new Row(
                    request.id(),
                    request.caseReference(),
                    to.party().orElse(""),
                    lines.get(i),
                    request.approvedAt(),
                    request.replyBy(),
                    waits,
                    waits && request.overdue(),
                    calls.of(to.transfer()).stream().map(ChaseCall::at).max(Comparator.naturalOrder()));
        });
    }
}
