package org.spocgateway.desk;

import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import java.util.List;
import org.spocgateway.directory.Question;
import org.spocgateway.terms.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Ask partners, step 2: what is asked, each question with the reason for it (policy 4.4). */
@Controller
class AskQuestionsPage {
    private static final int LONGEST = 4000;

    private final AskDrafts drafts;
    private final Parties parties;
    private final Words words;

    AskQuestionsPage(AskDrafts drafts, Parties parties, Words words) {
        this.drafts = drafts;
        this.parties = parties;
        this.words = words;
    }

    @GetMapping("/cases/{id}/ask/questions")
    String form(@PathVariable String id, Principal who, HttpSession session, Model model) {
        AskDraft draft = drafts.of(id, session);
        return shown(id, draft.questions(), draft.freeText(), who, session, model);
    }

    @PostMapping("/cases/{id}/ask/questions")
    String choose(
            @PathVariable String id,
            @RequestParam(defaultValue = "") List<String> questions,
            @RequestParam(defaultValue = "") String freeText,
            Principal who,
            HttpSession session,
            Model model) {
        AskDraft draft = drafts.of(id, session);
        List<String> standard = parties.questions().stream().map(Question::id).toList();
        var problems = new Problems(words)
                .when(questions.isEmpty() && freeText.isBlank(), "questions", "desk.ask.nothing")
                .when(!standard.containsAll(questions), "questions", "desk.ask.unknownQuestion")
                .when(freeText.length() > LONGEST, "freeText", "desk.ask.tooLong");
        if (problems.any()) {
            problems.show(model);
            return shown(id, questions, freeText, who, session, model);
        }
        draft.askWhat(questions, freeText.strip());
        return "redirect:/cases/" + id + "/ask/facts";
    }

    private String shown(
            String id, List<String> ticked, String freeText, Principal who, HttpSession session, Model model) {
        model.addAttribute("standard", parties.questions());
        model.addAttribute("ticked", ticked);
        model.addAttribute("typedText", freeText);
        return drafts.show(id, "questions", Actor.officer(who.getName()), session, model);
    }
}
