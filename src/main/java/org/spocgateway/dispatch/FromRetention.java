package org.spocgateway.dispatch;

import org.spocgateway.casework.CaseErased;
import org.spocgateway.casework.SentContentDue;
import org.spocgateway.portal.Packages;
import org.spocgateway.vault.Holder;
import org.spocgateway.vault.Vault;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What goes out of the outbox when its time is over; decisions stay without their sentences, and the log stays whole. */
@Component
class FromRetention {
    private final JdbcClient db;
    private final TransferRows rows;
    private final DecisionRows decisions;
    private final Packages packages;
    private final Vault vault;

    FromRetention(JdbcClient db, TransferRows rows, DecisionRows decisions, Packages packages, Vault vault) {
        this.db = db;
        this.rows = rows;
        this.decisions = decisions;
        this.packages = packages;
        this.vault = vault;
    }

    /** The letters and packages go; where each transfer is stays known. */
    @EventListener
    void contentDue(SentContentDue event) {
        for (TransferRow row : rows.ofCase(event.caseId())) {
            vault.erase(Holder.ofSent(row.id()));
            packages.erase(row.id());
        }
    }

    /** Every trace of the case's transfers but their decisions and the log. */
    @EventListener
    void erased(CaseErased event) {
        for (TransferRow row : rows.ofCase(event.caseId())) {
            vault.erase(Holder.ofSent(row.id()));
            packages.erase(row.id());
            event.taken().add(row.id());
        }
        db.sql("delete from transfer where case_id = ?")
                .param(event.caseId().value())
                .update();
        decisions.forget(event.caseId());
    }
}
