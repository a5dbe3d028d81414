package org.spocgateway.review;

import java.util.List;
import org.spocgateway.transferlog.FactFilter;
import org.spocgateway.transferlog.TransferFacts;
import org.springframework.stereotype.Component;

/** The list of transfers in pages, for the screen and the downloads alike. */
@Component("reviewedTransfers")
class Transfers {
    static final int PAGE = 50;
    /** Most rows of one download: what a spreadsheet still opens. */
    static final int MOST = 100_000;

    private final TransferFacts facts;
    private final Organisations organisations;

    Transfers(TransferFacts facts, Organisations organisations) {
        this.facts = facts;
        this.organisations = organisations;
    }

    List<Row> page(TransferQuery query) {
        return rows(query.filter(), (query.page() - 1L) * PAGE, PAGE);
    }

    List<Row> all(TransferQuery query) {
        return rows(query.filter(), 0, MOST);
    }

    long count(TransferQuery query) {
        return facts.count(query.filter());
    }

    private List<Row> rows(FactFilter filter, long offset, int most) {
        return facts.transfers(filter, offset, most).stream()
                .map(fact -> Row.of(fact, organisations))
                .toList();
    }
}
