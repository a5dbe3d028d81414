package org.spocgateway.desk;

import java.security.Principal;
import java.util.Optional;
import org.spocgateway.casework.CallNotes;
import org.spocgateway.casework.CallNotes.Noted;
import org.spocgateway.casework.CaseFile;
import org.spocgateway.casework.PhoneCall;
import org.spocgateway.terms.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The note of the telephone call that goes with an urgent referral (policy 4.3). */
@Controller
class CallPage {
    private final OpenCase open;
    private final TypedCalls typed;
    private final CallNotes calls;
    private final Words words;

    CallPage(OpenCase open, TypedCalls typed, CallNotes calls, Words words) {
        this.open = open;
        this.typed = typed;
        this.calls = calls;
        this.words = words;
    }

    @GetMapping("/cases/{id}/call")
    String form(@PathVariable String id, Principal who, Model model) {
        return shown(id, CallForm.empty(), who, model);
    }

    @PostMapping("/cases/{id}/call")
    String note(
            @PathVariable String id,
            @ModelAttribute("form") CallForm form,
            Principal who,
            Model model,
            RedirectAttributes after) {
        CaseFile file = open.of(id);
        var problems = new Problems(words);
        Optional<PhoneCall> call = typed.readCalledBack(form, file, problems);
        call.map(each -> calls.note(file.id(), each, Actor.officer(who.getName())))
                .filter(each -> each != Noted.NOTED)
                .ifPresent(each -> problems.when(true, "caller", "desk.call.refused"));
        if (problems.any()) {
            problems.show(model);
            return shown(id, form, who, model);
        }
        after.addFlashAttribute("done", words.say("desk.call.noted"));
        return "redirect:/cases/" + id;
    }

    private String shown(String id, CallForm form, Principal who, Model model) {
        CaseFile file = open.show(id, Actor.officer(who.getName()), model);
        model.addAttribute("form", form);
        model.addAttribute("number", typed.number(file));
        return "desk/call";
    }
}
