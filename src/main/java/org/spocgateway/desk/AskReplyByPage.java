package org.spocgateway.desk;

import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import java.time.LocalDate;
import java.util.Optional;
import org.spocgateway.terms.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Ask partners, step 4: until when. */
@Controller
class AskReplyByPage {
    private static final int DAYS_AT_MOST = 90;

    private final AskDrafts drafts;
    private final Times times;
    private final Words words;

    AskReplyByPage(AskDrafts drafts, Times times, Words words) {
        this.drafts = drafts;
        this.times = times;
        this.words = words;
    }

    @GetMapping("/cases/{id}/ask/reply-by")
    String form(@PathVariable String id, Principal who, HttpSession session, Model model) {
        model.addAttribute("typedDay", Times.toType(drafts.of(id, session).replyBy()));
        return drafts.show(id, "reply-by", Actor.officer(who.getName()), session, model);
    }

    @PostMapping("/cases/{id}/ask/reply-by")
    String choose(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String day,
            Principal who,
            HttpSession session,
            Model model) {
        AskDraft draft = drafts.of(id, session);
        Optional<LocalDate> typed = Times.typedDay(day);
        LocalDate today = times.today();
        var problems = new Problems(words)
                .when(typed.isEmpty(), "day", "desk.ask.noDay")
                .when(typed.filter(each -> !each.isAfter(today)).isPresent(), "day", "desk.ask.past")
                .when(
                        typed.filter(each -> each.isAfter(today.plusDays(DAYS_AT_MOST)))
                                .isPresent(),
                        "day",
                        "desk.ask.tooLate");
        if (problems.any()) {
            problems.show(model);
            model.addAttribute("typedDay", day);
            return drafts.show(id, "reply-by", Actor.officer(who.getName()), session, model);
        }
        typed.ifPresent(draft::replyBy);
        return "redirect:/cases/" + id + "/ask/files";
    }
}
