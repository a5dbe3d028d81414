package org.spocgateway.desk;

import java.security.Principal;
import java.util.Optional;
import org.spocgateway.casework.CaseFile;
import org.spocgateway.casework.Gates;
import org.spocgateway.casework.PhoneCall;
import org.spocgateway.terms.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Police say stop on the telephone: everything freezes at once, and what is already out is listed (policy 4.2, R4). */
@Controller
class StopPage {
    private final OpenCase open;
    private final Gates gates;
    private final TypedCalls typed;
    private final Progress progress;
    private final Words words;

    StopPage(OpenCase open, Gates gates, TypedCalls typed, Progress progress, Words words) {
        this.open = open;
        this.gates = gates;
        this.typed = typed;
        this.progress = progress;
        this.words = words;
    }

    @GetMapping("/cases/{id}/stop")
    String form(@PathVariable String id, Principal who, Model model) {
        return shown(id, CallForm.empty(), who, model);
    }

    @PostMapping("/cases/{id}/stop")
    String stop(
            @PathVariable String id,
            @ModelAttribute("form") CallForm form,
            Principal who,
            Model model,
            RedirectAttributes after) {
        CaseFile file = open.of(id);
        var problems = new Problems(words);
        Optional<PhoneCall> call = typed.read(form, file, problems);
        call.map(each -> gates.stop(file.id(), each, Actor.officer(who.getName())))
                .ifPresent(move -> problems.refused("caller", move));
        if (problems.any()) {
            problems.show(model);
            return shown(id, form, who, model);
        }
        after.addFlashAttribute("done", words.say("desk.stop.done"));
        return "redirect:/cases/" + id + "/stop";
    }

    private String shown(String id, CallForm form, Principal who, Model model) {
        CaseFile file = open.show(id, Actor.officer(who.getName()), model);
        model.addAttribute("form", form);
        model.addAttribute("out", progress.alreadyOut(file.id()));
        return "desk/stop";
    }
}
