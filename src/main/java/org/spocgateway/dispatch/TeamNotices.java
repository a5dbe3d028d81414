package org.spocgateway.dispatch;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.spocgateway.casework.CaseSummary;
import org.spocgateway.casework.Cases;
import org.spocgateway.casework.HouseMoments;
import org.spocgateway.casework.WaitingFor;
import org.spocgateway.directory.Directory;
import org.spocgateway.intake.Intake;
import org.spocgateway.transferlog.TransferLog;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells the team by mail how much waits: counts and nothing else; at once for an urgent case, otherwise twice a working day. */
@Component
class TeamNotices {
    private static final Set<WaitingFor> OFFICERS =
            EnumSet.of(WaitingFor.CALL, WaitingFor.FORWARDING, WaitingFor.CONFIRMATION, WaitingFor.OFFICER);
    private static final String DIGEST = "team-digest";

    private final JdbcClient db;
    private final Cases cases;
    private final Intake intake;
    private final Transfers transfers;
    private final Notices notices;
    private final HouseMoments moments;
    private final Directory directory;
    private final TransferLog log;
    private final HouseSettings settings;
    private final String desk;
    private final Clock clock;
    private final TransactionTemplate tx;

    TeamNotices(
            JdbcClient db,
            Cases cases,
            Intake intake,
            Transfers transfers,
            Notices notices,
            HouseMoments moments,
            Directory directory,
            TransferLog log,
            HouseSettings settings,
            @Value("${gateway.desk.origin:https://localhost:8443}") String desk,
            Clock clock,
            TransactionTemplate tx) {
        this.db = db;
        this.cases = cases;
        this.intake = intake;
        this.transfers = transfers;
        this.notices = notices;
        this.moments = moments;
        this.directory = directory;
        this.log = log;
        this.settings = settings;
        this.desk = desk;
        this.clock = clock;
        this.tx = tx;
    }

    @Scheduled(fixedDelayString = "${gateway.dispatch.house.look-every:PT10S}")
    public void tick() {
        if (!log.mayAct() || !settings.tellTeam()) {
            return;
        }
        Instant now = clock.instant();
        int urgent = (int) waiting().stream().filter(CaseSummary::urgent).count();
        Instant told = moments.since(DIGEST, now);
        boolean digest = slot(now).filter(told::isBefore).isPresent();
        tx.executeWithoutResult(status -> {
            boolean more = isMore(urgent);
            boolean ours = digest && moments.move(DIGEST, told, now);
            if (more || ours) {
                tell(urgent, now);
            }
        });
    }

    private List<CaseSummary> waiting() {
        return cases.open().stream()
                .filter(each -> OFFICERS.contains(each.waitingFor()))
                .toList();
    }

    /** The last moment of a digest on a working day that is over. */
    private Optional<Instant> slot(Instant now) {
        ZonedDateTime here = now.atZone(settings.zone());
        LocalDate today = here.toLocalDate();
        return settings.digestAt().stream()
                .filter(at -> directory.workingDays().includes(today)
                        && !here.toLocalTime().isBefore(at))
                .max(java.util.Comparator.naturalOrder())
                .map(at -> today.atTime(at).atZone(settings.zone()).toInstant());
    }

    /** Whether there are more urgent ones than were told; fewer are noted and not told. */
    private boolean isMore(int urgent) {
        int told = db.sql("select urgent from team_told where id = 1 for update")
                .query(Integer.class)
                .single();
        if (told != urgent) {
            db.sql("update team_told set urgent = ? where id = 1").param(urgent).update();
        }
        return urgent > told;
    }

    private void tell(int urgent, Instant now) {
        int needs = (int) waiting().stream().filter(each -> !each.urgent()).count()
                + intake.inFrontOfAPerson().size()
                + transfers.needSomebody().size();
        if (urgent + needs == 0) {
            return;
        }
        var text = new NoticeText(
                "team-notice",
                "Secure referrals: " + urgent + " urgent, " + needs + " need you",
                Map.of("urgent", String.valueOf(urgent), "needs-you", String.valueOf(needs), "link", desk));
        directory.officers().stream()
                .filter(each ->
                        each.roles().contains("spoc") && !each.addresses().isEmpty())
                .forEach(each -> notices.inHouse(each.addresses().get(0), text, now));
    }
}
