package org.spocgateway.desk;

import java.security.Principal;
import java.util.List;
import java.util.Optional;
import org.spocgateway.casework.Answers;
import org.spocgateway.casework.CallNotes;
import org.spocgateway.casework.CaseFile;
import org.spocgateway.casework.Cases;
import org.spocgateway.casework.Referrals;
import org.spocgateway.casework.Requests;
import org.spocgateway.casework.TimelineEntry;
import org.spocgateway.terms.Actor;
import org.spocgateway.terms.InboundId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One case: where it stands, what may be done, and its history; initials until somebody asks for the name. */
@Controller
class CasePage {
    private final OpenCase open;
    private final Cases cases;
    private final Referrals referrals;
    private final Requests requests;
    private final Answers answers;
    private final CallNotes calls;
    private final LockedParts locked;
    private final Words words;

    CasePage(
            OpenCase open,
            Cases cases,
            Referrals referrals,
            Requests requests,
            Answers answers,
            CallNotes calls,
            LockedParts locked,
            Words words) {
        this.open = open;
        this.cases = cases;
        this.referrals = referrals;
        this.requests = requests;
        this.answers = answers;
        this.calls = calls;
        this.locked = locked;
        this.words = words;
    }

    @GetMapping("/cases/{id}")
    String show(@PathVariable String id, Principal who, Model model) {
        return shown(id, Actor.officer(who.getName()), model);
    }

    /** Shows the name on this one answer; asking is logged. */
    @PostMapping("/cases/{id}/name")
    String name(@PathVariable String id, Principal who, Model model) {
        Actor officer = Actor.officer(who.getName());
        model.addAttribute("person", cases.revealName(open.of(id).id(), officer));
        return shown(id, officer, model);
    }

    /** On to Prevent police, whole, by one click (R5). */
    @PostMapping("/cases/{id}/forward")
    String forward(@PathVariable String id, Principal who, RedirectAttributes after) {
        int sent = referrals
                .forwardToPolice(open.of(id).id(), Actor.officer(who.getName()))
                .size();
        after.addFlashAttribute("done", words.say(sent == 0 ? "desk.case.forwardedBefore" : "desk.case.forwarded"));
        return "redirect:/cases/" + id;
    }

    private String shown(String id, Actor officer, Model model) {
        CaseFile file = open.show(id, officer, model);
        List<TimelineEntry> timeline = cases.timeline(file.id());
        model.addAttribute("timeline", timeline);
        model.addAttribute("locked", locked(timeline));
        model.addAttribute(
                "toForward",
                referrals.of(file.id()).stream()
                        .filter(each -> each.forwardedAt().isEmpty())
                        .toList());
        model.addAttribute("requests", requests.of(file.id()));
        model.addAttribute("answers", answers.of(file.id()));
        model.addAttribute("required", answers.requiredAtPanel(file.id()));
        model.addAttribute("calls", calls.of(file.id()));
        return "desk/case";
    }

    /** Its messages that hold a file which needs a password. */
    private List<InboundId> locked(List<TimelineEntry> timeline) {
        return timeline.stream()
                .map(TimelineEntry::message)
                .flatMap(Optional::stream)
                .distinct()
                .filter(locked::mayOpen)
                .toList();
    }
}
