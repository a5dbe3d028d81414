package org.spocgateway.portal;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.spocgateway.portal.AnswerGiven.Answer;
import org.spocgateway.terms.Actor;
import org.spocgateway.terms.TransferId;
import org.spocgateway.transferlog.TransferLog;
import org.spocgateway.vault.Vault;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A partner without a browser: opens both locks of a package, reads it, and answers. */
public final class PartnerAtHome {
    private final Packages packages;
    private final Visiting visiting;
    private final Map<TransferId, String> visits = new ConcurrentHashMap<>();

    /** Runs between the package's row being changed and the answer being filed and logged. */
    public volatile Runnable whileAnswering = () -> {};

    public PartnerAtHome(
            JdbcClient db,
            TransactionTemplate tx,
            Vault vault,
            TransferLog log,
            ApplicationEventPublisher events,
            Clock clock,
            Packages packages) {
        this.packages = packages;
        var settings = new PortalSettings(0, "", "", Duration.ofMinutes(30), Duration.ofHours(2), Duration.ofDays(14));
        ApplicationEventPublisher slow = event -> {
            whileAnswering.run();
            events.publishEvent(event);
        };
        this.visiting = new Visiting(db, tx, vault, log, slow, clock, new SecureRandom(), settings);
    }

    /** Follows the link, types the code that was read out, and says who reads. */
    public void reads(TransferId id) {
        String code = packages.codeToReadOut(id, Actor.officer("jo-pendry"));
        String begun = visiting.begin(visiting.row(id));
        String token =
                visiting.tryCode(visiting.visit(begun).orElseThrow(), code).token();
        visiting.introduce(visiting.visit(token).orElseThrow(), "Marta Quill", "Tenancy officer");
        visits.put(id, token);
    }

    /** Sends "not known"; false when the request was withdrawn before. */
    public boolean answers(TransferId id) {
        return visiting.visit(visits.get(id)).filter(visit -> send(visit)).isPresent();
    }

    private boolean send(Visit visit) {
        return visiting.send(
                visit,
                Draft.by("Marta Quill", "Tenancy officer").with(Answer.NOT_KNOWN, false, "We do not know them."));
    }
}
