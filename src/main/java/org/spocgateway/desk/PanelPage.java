package org.spocgateway.desk;

import java.security.Principal;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.spocgateway.casework.Approved;
import org.spocgateway.casework.CaseFile;
import org.spocgateway.casework.CaseSummary;
import org.spocgateway.casework.Cases;
import org.spocgateway.casework.Meeting;
import org.spocgateway.casework.PanelCase;
import org.spocgateway.casework.Panels;
import org.spocgateway.terms.Actor;
import org.spocgateway.terms.CaseReference;
import org.spocgateway.terms.MeetingId;
import org.spocgateway.terms.RequestId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The panel: its meetings, the cases of each with how ready they are, and the invitations (policy 4.5). */
@Controller
class PanelPage {
    private static final Duration LASTS = Duration.ofHours(2);
    private static final int LONGEST = 200;

    private final Panels panels;
    private final Cases cases;
    private final OpenCase open;
    private final Preview preview;
    private final Times times;
    private final Words words;
    private final SecureRandom random;

    PanelPage(
            Panels panels, Cases cases, OpenCase open, Preview preview, Times times, Words words, SecureRandom random) {
        this.panels = panels;
        this.cases = cases;
        this.open = open;
        this.preview = preview;
        this.times = times;
        this.words = words;
        this.random = random;
    }

    @GetMapping("/panel")
    String list(Model model) {
        return listed("", "", "", model);
    }

    @PostMapping("/panel")
    String plan(
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String time,
            @RequestParam(defaultValue = "") String place,
            Principal who,
            Model model) {
        Optional<Instant> begins = day.isBlank() ? Optional.empty() : times.typed(day, time);
        var problems = new Problems(words)
                .when(begins.filter(times::inFuture).isEmpty(), "day", "desk.panel.badDay")
                .when(place.isBlank() || place.length() > LONGEST, "place", "desk.panel.noPlace");
        if (problems.any()) {
            problems.show(model);
            return listed(day, time, place, model);
        }
        MeetingId id = panels.plan(begins.orElseThrow(), LASTS, place.strip(), Actor.officer(who.getName()));
        return "redirect:/panel/" + id;
    }

    private String listed(String day, String time, String place, Model model) {
        model.addAttribute("meetings", panels.meetings());
        model.addAttribute("typedDay", day);
        model.addAttribute("typedTime", time);
        model.addAttribute("typedPlace", place);
        return "desk/panel";
    }

    @GetMapping("/panel/{id}")
    String show(@PathVariable String id, Model model) {
        return shown(meeting(id), "", model);
    }

    /** Puts a case on the meeting. */
    @PostMapping("/panel/{id}/cases")
    String add(@PathVariable String id, @RequestParam(defaultValue = "") String reference, Principal who, Model model) {
        Meeting meeting = meeting(id);
        var found = CaseReference.in(reference.toUpperCase(Locale.ROOT)).stream()
                .findFirst()
                .flatMap(cases::byReference);
        if (found.isEmpty()) {
            new Problems(words).when(true, "reference", "desk.panel.noCase").show(model);
            return shown(meeting, reference, model);
        }
        panels.add(meeting.id(), found.get(), Actor.officer(who.getName()));
        return "redirect:/panel/" + id;
    }

    private String shown(Meeting meeting, String reference, Model model) {
        List<PanelCase> on = panels.cases(meeting.id());
        List<String> there =
                on.stream().map(each -> each.summary().reference().value()).toList();
        model.addAttribute("meeting", meeting);
        model.addAttribute("cases", on);
        model.addAttribute(
                "others",
                cases.open().stream()
                        .map(CaseSummary::reference)
                        .map(CaseReference::value)
                        .filter(each -> !there.contains(each))
                        .sorted()
                        .toList());
        model.addAttribute("typedReference", reference);
        return "desk/panel-meeting";
    }

    /** Who would be invited to one case, and how each invitation would go. */
    @GetMapping("/panel/{id}/cases/{caseId}")
    String check(@PathVariable String id, @PathVariable String caseId, Principal who, Model model) {
        Meeting meeting = meeting(id);
        CaseFile file = open.whileOpen(caseId);
        Actor officer = Actor.officer(who.getName());
        open.show(caseId, officer, model);
        List<Preview.Row> rows = panels.drafts(meeting, file.id()).stream()
                .flatMap(each -> preview.rows(each, officer).stream())
                .toList();
        model.addAttribute("meeting", meeting);
        model.addAttribute("rows", rows);
        model.addAttribute("said", said(meeting));
        model.addAttribute("key", RequestId.random(random).value());
        model.addAttribute(
                "leaving", rows.stream().filter(Preview.Row::permitted).count());
        return "desk/panel-invite";
    }

    @PostMapping("/panel/{id}/cases/{caseId}")
    String invite(
            @PathVariable String id,
            @PathVariable String caseId,
            @RequestParam String key,
            Principal who,
            RedirectAttributes after) {
        Meeting meeting = meeting(id);
        CaseFile file = open.whileOpen(caseId);
        Actor officer = Actor.officer(who.getName());
        int invited =
                panels
                        .invite(meeting, file.id(), said(meeting), words.say("desk.panel.required"), officer, key)
                        .stream()
                        .filter(Approved.class::isInstance)
                        .map(Approved.class::cast)
                        .mapToInt(each -> each.lines().size())
                        .sum();
        after.addFlashAttribute("done", words.say("desk.panel.invited", invited));
        return "redirect:/panel/" + id;
    }

    private String said(Meeting meeting) {
        return words.say("desk.panel.said", times.longMoment(meeting.begins()), meeting.place());
    }

    private Meeting meeting(String id) {
        try {
            return panels.find(new MeetingId(id)).orElseThrow(OpenCase::absent);
        } catch (IllegalArgumentException e) {
            throw OpenCase.absent();
        }
    }
}
