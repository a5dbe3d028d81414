package org.spocgateway.desk;

import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import java.util.List;
import org.spocgateway.casework.Approval;
import org.spocgateway.casework.Approved;
import org.spocgateway.casework.Cases;
import org.spocgateway.casework.NotApproved;
import org.spocgateway.casework.RequestDraft;
import org.spocgateway.casework.Requests;
import org.spocgateway.terms.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Ask partners, step 6: check your answers, one row for each partner with the way it will go and why; then send. */
@Controller
class AskCheckPage {
    private final AskDrafts drafts;
    private final Cases cases;
    private final Requests requests;
    private final Preview preview;
    private final Words words;
    private final Times times;

    AskCheckPage(AskDrafts drafts, Cases cases, Requests requests, Preview preview, Words words, Times times) {
        this.drafts = drafts;
        this.cases = cases;
        this.requests = requests;
        this.preview = preview;
        this.words = words;
        this.times = times;
    }

    @GetMapping("/cases/{id}/ask/check")
    String check(@PathVariable String id, Principal who, HttpSession session, Model model) {
        if (!drafts.of(id, session).isAddressed()) {
            return "redirect:/cases/" + id + "/ask/partners";
        }
        return shown(id, who, session, model);
    }

    @PostMapping("/cases/{id}/ask/send")
    String send(@PathVariable String id, Principal who, HttpSession session, Model model) {
        AskDraft draft = drafts.of(id, session);
        Approval approval = requests.approve(request(id, session), Actor.officer(who.getName()), draft.key());
        if (approval instanceof Approved approved) {
            drafts.forget(id, session);
            return "redirect:/requests/" + approved.request().value();
        }
        var problems = new Problems(words);
        ((NotApproved) approval).faults().forEach(each -> problems.add("rows", each.code(), each.sentence()));
        problems.show(model);
        return shown(id, who, session, model);
    }

    /** Shows the name and the other facts that are told, so this is asking for them, and that is logged. */
    private String shown(String id, Principal who, HttpSession session, Model model) {
        Actor officer = Actor.officer(who.getName());
        RequestDraft request = request(id, session);
        if (!request.fields().isEmpty()) {
            cases.revealName(request.caseId(), officer);
        }
        List<Preview.Row> rows = preview.rows(request, officer);
        model.addAttribute("rows", rows);
        model.addAttribute("asked", preview.questions(request));
        model.addAttribute("told", preview.told(request));
        model.addAttribute("undo", times.lasts(requests.timeToUndo()));
        model.addAttribute(
                "leaving", rows.stream().filter(Preview.Row::permitted).count());
        return drafts.show(id, "check", officer, session, model);
    }

    private RequestDraft request(String id, HttpSession session) {
        AskDraft draft = drafts.of(id, session);
        return draft.request(cases.facts(OpenCase.id(id)).facts());
    }
}
