package org.spocgateway.desk;

import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import java.util.List;
import org.spocgateway.directory.PersonField;
import org.spocgateway.terms.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Ask partners, step 3: which facts are told; all but the usual ones are off, and a partner's role may see fewer (R14). */
@Controller
class AskFactsPage {
    private final AskDrafts drafts;
    private final Parties parties;
    private final Words words;

    AskFactsPage(AskDrafts drafts, Parties parties, Words words) {
        this.drafts = drafts;
        this.parties = parties;
        this.words = words;
    }

    @GetMapping("/cases/{id}/ask/facts")
    String form(@PathVariable String id, Principal who, HttpSession session, Model model) {
        return shown(id, drafts.of(id, session).facts(), who, session, model);
    }

    @PostMapping("/cases/{id}/ask/facts")
    String choose(
            @PathVariable String id,
            @RequestParam(defaultValue = "") List<String> facts,
            Principal who,
            HttpSession session,
            Model model) {
        AskDraft draft = drafts.of(id, session);
        List<String> known = parties.fields().stream().map(PersonField::id).toList();
        var problems = new Problems(words).when(!known.containsAll(facts), "facts", "desk.ask.unknownFact");
        if (problems.any()) {
            problems.show(model);
            return shown(id, facts, who, session, model);
        }
        draft.share(facts);
        return "redirect:/cases/" + id + "/ask/reply-by";
    }

    private String shown(String id, List<String> ticked, Principal who, HttpSession session, Model model) {
        model.addAttribute("facts", parties.fields());
        model.addAttribute("ticked", ticked);
        return drafts.show(id, "facts", Actor.officer(who.getName()), session, model);
    }
}
