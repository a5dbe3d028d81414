package org.spocgateway.desk;

import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.spocgateway.casework.CaseFile;
import org.spocgateway.casework.Cases;
import org.spocgateway.casework.PersonReferred;
import org.spocgateway.directory.PersonField;
import org.spocgateway.terms.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Writing down facts about the person; what is held is not shown here, and an empty field changes nothing. */
@Controller
class PersonPage {
    private static final int LONGEST = 2000;

    private final OpenCase open;
    private final Cases cases;
    private final Parties parties;
    private final Words words;

    PersonPage(OpenCase open, Cases cases, Parties parties, Words words) {
        this.open = open;
        this.cases = cases;
        this.parties = parties;
        this.words = words;
    }

    @GetMapping("/cases/{id}/person")
    String form(@PathVariable String id, Principal who, Model model) {
        open.show(id, Actor.officer(who.getName()), model);
        return shown(Map.of(), model);
    }

    @PostMapping("/cases/{id}/person")
    String record(@PathVariable String id, @RequestParam Map<String, String> typed, Principal who, Model model) {
        CaseFile file = open.of(id);
        Actor officer = Actor.officer(who.getName());
        Map<String, String> facts = new LinkedHashMap<>();
        var problems = new Problems(words);
        for (PersonField field : parties.fields()) {
            String fact = field.id();
            String value = typed.getOrDefault(fact, "").strip();
            problems.when(value.length() > LONGEST, fact, "desk.person.tooLong");
            if (!value.isEmpty()) {
                facts.put(fact, value);
            }
        }
        problems.when(facts.isEmpty(), parties.fields().get(0).id(), "desk.person.nothing");
        if (problems.any()) {
            open.show(id, officer, model);
            problems.show(model);
            return shown(facts, model);
        }
        cases.recordPerson(file.id(), new PersonReferred(facts), officer);
        return "redirect:/cases/" + id;
    }

    private String shown(Map<String, String> typed, Model model) {
        model.addAttribute("facts", parties.fields());
        model.addAttribute("typed", typed);
        return "desk/person";
    }
}
