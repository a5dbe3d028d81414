package org.spocgateway.desk;

import java.security.Principal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.spocgateway.casework.Alarms;
import org.spocgateway.casework.CaseSummary;
import org.spocgateway.casework.Cases;
import org.spocgateway.casework.Requests;
import org.spocgateway.casework.WaitingFor;
import org.spocgateway.intake.Intake;
import org.spocgateway.terms.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Today: alarms, urgent, needs you, waiting on others. */
@Controller
class TodayPage {
    private static final Set<WaitingFor> OFFICERS =
            EnumSet.of(WaitingFor.CALL, WaitingFor.FORWARDING, WaitingFor.CONFIRMATION, WaitingFor.OFFICER);
    private static final Set<WaitingFor> OTHERS = EnumSet.of(WaitingFor.POLICE, WaitingFor.PARTNERS);

    private final Cases cases;
    private final Alarms alarms;
    private final Requests requests;
    private final Intake intake;
    private final Progress progress;

    TodayPage(Cases cases, Alarms alarms, Requests requests, Intake intake, Progress progress) {
        this.cases = cases;
        this.alarms = alarms;
        this.requests = requests;
        this.intake = intake;
        this.progress = progress;
    }

    @GetMapping("/today")
    String today(Model model) {
        List<CaseSummary> open = cases.open();
        model.addAttribute("alarms", alarms.raised());
        model.addAttribute("urgent", open.stream().filter(CaseSummary::urgent).toList());
        model.addAttribute("needsYou", waitingFor(open, OFFICERS));
        model.addAttribute("others", waitingFor(open, OTHERS));
        model.addAttribute("unsorted", intake.inFrontOfAPerson().size());
        model.addAttribute("stuck", progress.needSomebody());
        model.addAttribute("overdue", requests.overdue().size());
        return "desk/today";
    }

    /** An officer has dealt with an alarm. */
    @PostMapping("/alarms/{id}/clear")
    String clear(@PathVariable String id, Principal who) {
        alarms.clear(id, Actor.officer(who.getName()));
        return "redirect:/today";
    }

    /** Urgent ones stand in their own list already. */
    private static List<CaseSummary> waitingFor(List<CaseSummary> open, Set<WaitingFor> whom) {
        return open.stream()
                .filter(each -> !each.urgent() && whom.contains(each.waitingFor()))
                .toList();
    }
}
