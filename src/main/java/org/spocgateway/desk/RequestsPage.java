package org.spocgateway.desk;

import java.security.Principal;
import org.spocgateway.casework.Answers;
import org.spocgateway.casework.RequestView;
import org.spocgateway.casework.Requests;
import org.spocgateway.casework.UndoResult;
import org.spocgateway.portal.Packages;
import org.spocgateway.terms.Actor;
import org.spocgateway.terms.RequestId;
import org.spocgateway.terms.TransferId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Requests that wait for an answer, and one request: how far it went, undo, code to read out, withdraw. */
@Controller
class RequestsPage {
    private final Requests requests;
    private final Packages packages;
    private final Answers answers;
    private final Progress progress;
    private final Words words;

    RequestsPage(Requests requests, Packages packages, Answers answers, Progress progress, Words words) {
        this.requests = requests;
        this.packages = packages;
        this.answers = answers;
        this.progress = progress;
        this.words = words;
    }

    @GetMapping("/requests")
    String list(Model model) {
        model.addAttribute("waiting", requests.waiting());
        model.addAttribute("stuck", progress.needSomebody());
        return "desk/requests";
    }

    @GetMapping("/requests/{id}")
    String show(@PathVariable String id, Model model) {
        return shown(id, model);
    }

    @PostMapping("/requests/{id}/undo")
    String undo(@PathVariable String id, Principal who, RedirectAttributes after) {
        UndoResult result = requests.undo(request(id).id(), Actor.officer(who.getName()));
        after.addFlashAttribute("done", words.say("desk.undo." + result));
        return "redirect:/requests/" + id;
    }

    /** A fresh code to be read out by telephone, shown on this one answer; asking is logged. */
    @PostMapping("/requests/{id}/transfers/{transfer}/code")
    String code(
            @PathVariable String id,
            @PathVariable String transfer,
            @RequestParam(defaultValue = "false") boolean callerChecked,
            Principal who,
            Model model) {
        TransferId of = transfer(request(id), transfer);
        if (callerChecked) {
            model.addAttribute("codeFor", of);
            model.addAttribute("code", packages.codeToReadOut(of, Actor.officer(who.getName())));
        } else {
            new Problems(words)
                    .when(true, "callerChecked-" + of.value(), "desk.request.checkCaller")
                    .show(model);
        }
        return shown(id, model);
    }

    /** Ends a package's link at once; what was read before stays read. */
    @PostMapping("/requests/{id}/transfers/{transfer}/withdraw")
    String withdraw(@PathVariable String id, @PathVariable String transfer, Principal who, RedirectAttributes after) {
        progress.withdraw(transfer(request(id), transfer), Actor.officer(who.getName()));
        after.addFlashAttribute("done", words.say("desk.request.withdrawn"));
        return "redirect:/requests/" + id;
    }

    /** An officer has read a mailed answer: whether a multi-agency plan exists (policy 4.5). */
    @PostMapping("/requests/{id}/transfers/{transfer}/plan")
    String plan(
            @PathVariable String id,
            @PathVariable String transfer,
            @RequestParam boolean exists,
            Principal who,
            RedirectAttributes after) {
        answers.plan(transfer(request(id), transfer), exists, Actor.officer(who.getName()));
        after.addFlashAttribute("done", words.say("desk.answer.planNoted"));
        return "redirect:/requests/" + id;
    }

    private String shown(String id, Model model) {
        RequestView request = request(id);
        model.addAttribute("request", request);
        model.addAttribute("lines", progress.lines(request));
        return "desk/request";
    }

    private RequestView request(String id) {
        try {
            return requests.find(new RequestId(id)).orElseThrow(OpenCase::absent);
        } catch (IllegalArgumentException e) {
            throw OpenCase.absent();
        }
    }

    private static TransferId transfer(RequestView request, String id) {
        return request.recipients().stream()
                .map(RequestView.Recipient::transfer)
                .filter(each -> each.value().equals(id))
                .findFirst()
                .orElseThrow(OpenCase::absent);
    }
}
