package org.spocgateway.desk;

import java.security.Principal;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.spocgateway.casework.Approval;
import org.spocgateway.casework.CallNotes;
import org.spocgateway.casework.CaseFile;
import org.spocgateway.casework.Cases;
import org.spocgateway.casework.NotApproved;
import org.spocgateway.casework.Referrals;
import org.spocgateway.casework.SafeguardingReferral;
import org.spocgateway.directory.PersonField;
import org.spocgateway.terms.Actor;
import org.spocgateway.terms.Gate;
import org.spocgateway.terms.RequestId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Tells Children's or Adults' services, at any state of the gate, and Prevent police in the same step (policy 2.6, R29). */
@Controller
class SafeguardingPage {
    private final OpenCase open;
    private final Cases cases;
    private final Referrals referrals;
    private final CallNotes calls;
    private final Parties parties;
    private final SecureRandom random;
    private final Words words;

    SafeguardingPage(
            OpenCase open,
            Cases cases,
            Referrals referrals,
            CallNotes calls,
            Parties parties,
            SecureRandom random,
            Words words) {
        this.open = open;
        this.cases = cases;
        this.referrals = referrals;
        this.calls = calls;
        this.parties = parties;
        this.random = random;
        this.words = words;
    }

    /** What was typed. */
    record Form(List<String> frontDoors, String text, List<String> fields, Boolean policeRung, String key) {
        Form(
                @Nullable List<String> frontDoors,
                @Nullable String text,
                @Nullable List<String> fields,
                @Nullable Boolean policeRung,
                @Nullable String key) {
            this.frontDoors = frontDoors == null ? List.of() : List.copyOf(frontDoors);
            this.text = Objects.requireNonNullElse(text, "").strip();
            this.fields = fields == null ? List.of() : List.copyOf(fields);
            this.policeRung = Objects.requireNonNullElse(policeRung, false);
            this.key = Objects.requireNonNullElse(key, "");
        }

        @Override
        public String toString() {
            return "Form[redacted]";
        }
    }

    @GetMapping("/cases/{id}/safeguarding")
    String form(@PathVariable String id, Principal who, Model model) {
        List<String> ticked = parties.fields().stream()
                .filter(PersonField::ticked)
                .map(PersonField::id)
                .toList();
        var empty =
                new Form(List.of(), "", ticked, false, RequestId.random(random).value());
        return shown(id, empty, who, model);
    }

    @PostMapping("/cases/{id}/safeguarding")
    String tell(
            @PathVariable String id,
            @ModelAttribute("form") Form form,
            Principal who,
            Model model,
            RedirectAttributes after) {
        CaseFile file = open.of(id);
        var problems = new Problems(words)
                .when(form.frontDoors().isEmpty(), "frontDoors", "desk.safeguarding.nobody")
                .when(form.text().isEmpty(), "text", "desk.safeguarding.noText")
                .when(form.key().isEmpty(), "text", "desk.safeguarding.again")
                .when(file.gate() == Gate.STOPPED && !form.policeRung(), "policeRung", "desk.safeguarding.ringFirst");
        if (!problems.any()) {
            Approval approval =
                    referrals.safeguardingReferral(referral(file, form), Actor.officer(who.getName()), form.key());
            if (approval instanceof NotApproved not) {
                not.faults().forEach(fault -> problems.add("text", fault.code(), fault.sentence()));
            }
        }
        if (problems.any()) {
            problems.show(model);
            return shown(id, form, who, model);
        }
        after.addFlashAttribute("done", words.say("desk.safeguarding.done"));
        return "redirect:/cases/" + id;
    }

    private SafeguardingReferral referral(CaseFile file, Form form) {
        Map<String, String> held = cases.facts(file.id()).facts();
        Map<String, String> told = new LinkedHashMap<>();
        form.fields().stream().filter(held::containsKey).forEach(each -> told.put(each, held.getOrDefault(each, "")));
        return new SafeguardingReferral(file.id(), form.frontDoors(), form.text(), told, form.policeRung());
    }

    private String shown(String id, Form form, Principal who, Model model) {
        CaseFile file = open.show(id, Actor.officer(who.getName()), model);
        model.addAttribute("form", form);
        model.addAttribute("frontDoors", parties.frontDoors());
        model.addAttribute("number", calls.numberToRing(file.id()));
        return "desk/safeguarding";
    }
}
