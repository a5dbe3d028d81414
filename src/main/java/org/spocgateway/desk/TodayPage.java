package org.spocgateway.desk;

import java.security.Principal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.spocgateway.casework.Alarms;
import org.spocgateway.casework.CaseSummary;
import org.spocgateway.casework.Cases;
import org.spocgateway.casework.PoliceSilence;
import org.spocgateway.casework.Requests;
import org.spocgateway.casework.WaitingFor;
import org.spocgateway.intake.Intake;
import org.spocgateway.terms.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

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
    private final Watch watch;
    private final PoliceSilence silence;
    private final Words words;

    TodayPage(
            Cases cases,
            Alarms alarms,
            Requests requests,
            Intake intake,
            Progress progress,
            Watch watch,
            PoliceSilence silence,
            Words words) {
        this.cases = cases;
        this.alarms = alarms;
        this.requests = requests;
        this.intake = intake;
        this.progress = progress;
        this.watch = watch;
        this.silence = silence;
        this.words = words;
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
        model.addAttribute("watch", watch.now());
        return "desk/today";
    }

    /** Police say how many messages they sent today. */
    @PostMapping("/police-count")
    String count(@RequestParam(defaultValue = "") String said, Principal who, RedirectAttributes after) {
        if (!said.strip().matches("\\d{1,3}")) {
            after.addFlashAttribute("done", words.say("desk.count.bad"));
            return "redirect:/today";
        }
        PoliceSilence.Count count = silence.policeSay(Integer.parseInt(said.strip()), Actor.officer(who.getName()));
        after.addFlashAttribute(
                "done",
                words.say(count.isShort() ? "desk.count.short" : "desk.count.same", count.said(), count.arrived()));
        return "redirect:/today";
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
