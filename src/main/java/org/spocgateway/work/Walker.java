package org.spocgateway.work;

import java.util.Optional;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries one row through its pages until its state stops changing.
 *
 * <p>In good weather a message runs through without waiting; after a crash it goes on from the state that was committed last.
 */
final class Walker {
    private static final Logger LOG = LoggerFactory.getLogger(Walker.class);

    private final BiConsumer<String, String> pages;
    private final Runnable endProcess;

    /**
     * Walks with these pages.
     *
     * @param pages calls the route (first) with the row's id (second) and throws what the page threw
     * @param endProcess what follows an error of the virtual machine that must not be survived
     */
    Walker(BiConsumer<String, String> pages, Runnable endProcess) {
        this.pages = pages;
        this.endProcess = endProcess;
    }

    Walked walk(DurableTable table, String id) {
        while (true) {
            Optional<DurableTable.Page> page = table.next(id);
            if (page.isEmpty() || !table.beginAttempt(id)) {
                return new Walked.AtRest();
            }
            try {
                pages.accept(page.get().route(), id);
            } catch (Throwable failure) { // any of them, StackOverflowError included: it is one mail's fault, not the
                // process's
                return sort(table, id, page.get(), Verdict.on(failure));
            }
            if (table.next(id).equals(page)) {
                return new Walked.Unchanged(page.get());
            }
        }
    }

    private Walked sort(DurableTable table, String id, DurableTable.Page page, Verdict verdict) {
        // class names only: a parser's message may quote the mail
        LOG.warn("{} {} failed on page {}: {}", table.task(), id, page.route(), verdict.names());
        if (verdict instanceof Verdict.WorkLater later) {
            table.postpone(id, later.why());
            return new Walked.Postponed(page, later.why().after());
        }
        if (verdict instanceof Verdict.EndProcess) {
            endProcess.run();
        }
        table.setAside(id, verdict.cause());
        return new Walked.AtRest();
    }
}
