package org.spocgateway.review;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import org.spocgateway.terms.Actor;
import org.spocgateway.transferlog.Direction;
import org.spocgateway.transferlog.Entry;
import org.spocgateway.transferlog.EntryType;
import org.spocgateway.transferlog.TransferLog;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** The log itself: head, signed checkpoint, how to verify it, and the export, which is an entry of the log too (ux 2.2, screen L). */
@Controller
class LogPage {
    private final TransferLog log;
    private final TransactionTemplate transactions;
    private final Clock clock;

    LogPage(TransferLog log, TransactionTemplate transactions, Clock clock) {
        this.log = log;
        this.transactions = transactions;
        this.clock = clock;
    }

    @GetMapping("/review/log")
    String show(Model model) {
        model.addAttribute("state", log.state());
        return "review/log";
    }

    /** Not a GET: it writes an entry. While the log is fenced it writes none, and the export is what was signed before. */
    @PostMapping("/review/log/export")
    void export(Authentication who, HttpServletResponse response) throws IOException {
        if (log.mayAct()) {
            var entry =
                    Entry.of(EntryType.LOG_EXPORTED, Direction.OUT).by(new Actor(Actor.Role.REVIEWER, who.getName()));
            transactions.executeWithoutResult(status -> log.append(entry));
        }
        response.setContentType("application/zip");
        response.setHeader(
                "Content-Disposition", "attachment; filename=\"transfer-log-" + LocalDate.now(clock) + ".zip\"");
        log.export(response.getOutputStream());
    }
}
