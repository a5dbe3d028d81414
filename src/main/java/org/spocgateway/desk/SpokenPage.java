package org.spocgateway.desk;

import java.security.Principal;
import java.util.Optional;
import org.spocgateway.casework.CaseFile;
import org.spocgateway.casework.GateMove;
import org.spocgateway.casework.Gates;
import org.spocgateway.casework.PhoneCall;
import org.spocgateway.casework.SpokenGoAhead;
import org.spocgateway.terms.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What police said on the telephone, called back on the directory's number: start, or not yet (R2c, R3). */
@Controller
class SpokenPage {
    private final OpenCase open;
    private final Gates gates;
    private final TypedCalls typed;
    private final Words words;

    SpokenPage(OpenCase open, Gates gates, TypedCalls typed, Words words) {
        this.open = open;
        this.gates = gates;
        this.typed = typed;
        this.words = words;
    }

    @GetMapping("/cases/{id}/go-ahead/spoken")
    String form(@PathVariable String id, Principal who, Model model) {
        return shown(id, CallForm.empty(), "", "", who, model);
    }

    @PostMapping("/cases/{id}/go-ahead/spoken")
    String note(
            @PathVariable String id,
            @ModelAttribute("form") CallForm form,
            @RequestParam(defaultValue = "") String restrictions,
            @RequestParam(defaultValue = "") String said,
            Principal who,
            Model model,
            RedirectAttributes after) {
        CaseFile file = open.of(id);
        var problems = new Problems(words).when(said.isEmpty(), "said", "desk.spoken.noAnswer");
        Optional<PhoneCall> call = typed.readCalledBack(form, file, problems);
        call.map(each -> move(file, each, restrictions.strip(), said, Actor.officer(who.getName())))
                .ifPresent(move -> problems.refused("said", move));
        if (problems.any()) {
            problems.show(model);
            return shown(id, form, restrictions, said, who, model);
        }
        after.addFlashAttribute(
                "done", words.say("desk.goAhead.done." + open.of(id).gate().word()));
        return "redirect:/cases/" + id + "/go-ahead";
    }

    private GateMove move(CaseFile file, PhoneCall call, String restrictions, String said, Actor officer) {
        return said.equals("not-yet")
                ? gates.notYet(file.id(), call, officer)
                : gates.spoken(file.id(), new SpokenGoAhead(call, restrictions, !said.equals("mail-follows")), officer);
    }

    private String shown(String id, CallForm form, String restrictions, String said, Principal who, Model model) {
        CaseFile file = open.show(id, Actor.officer(who.getName()), model);
        model.addAttribute("form", form);
        model.addAttribute("restrictions", restrictions);
        model.addAttribute("said", said);
        model.addAttribute("number", typed.number(file));
        return "desk/spoken";
    }
}
