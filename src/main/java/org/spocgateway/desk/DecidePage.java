package org.spocgateway.desk;

import java.security.Principal;
import java.util.function.BiPredicate;
import org.spocgateway.casework.Requests;
import org.spocgateway.dispatch.Resolutions;
import org.spocgateway.dispatch.Transfers;
import org.spocgateway.terms.Actor;
import org.spocgateway.terms.TransferId;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What only a person decides about one transfer: a held one, or one whose outcome nobody knows. */
@Controller
class DecidePage {
    private final Resolutions resolutions;
    private final Transfers transfers;
    private final Requests requests;
    private final Words words;

    DecidePage(Resolutions resolutions, Transfers transfers, Requests requests, Words words) {
        this.resolutions = resolutions;
        this.transfers = transfers;
        this.requests = requests;
        this.words = words;
    }

    @PostMapping("/transfers/{id}/try-again")
    String tryAgain(@PathVariable String id, Principal who, RedirectAttributes after) {
        return decided(id, who, after, resolutions::tryAgain);
    }

    @PostMapping("/transfers/{id}/arrived")
    String arrived(@PathVariable String id, Principal who, RedirectAttributes after) {
        return decided(id, who, after, resolutions::arrived);
    }

    @PostMapping("/transfers/{id}/send-again")
    String sendAgain(@PathVariable String id, Principal who, RedirectAttributes after) {
        return decided(id, who, after, resolutions::sendAgain);
    }

    @PostMapping("/transfers/{id}/give-up")
    String giveUp(@PathVariable String id, Principal who, RedirectAttributes after) {
        return decided(id, who, after, resolutions::giveUp);
    }

    private String decided(String id, Principal who, RedirectAttributes after, BiPredicate<TransferId, Actor> decide) {
        TransferId transfer = transfer(id);
        boolean done = decide.test(transfer, Actor.officer(who.getName()));
        after.addFlashAttribute("done", words.say(done ? "desk.decide.done" : "desk.decide.tooLate"));
        return requests.requestOf(transfer)
                .map(each -> "redirect:/requests/" + each.value())
                .orElse("redirect:/requests");
    }

    private TransferId transfer(String id) {
        try {
            return transfers
                    .find(new TransferId(id))
                    .orElseThrow(OpenCase::absent)
                    .id();
        } catch (IllegalArgumentException e) {
            throw OpenCase.absent();
        }
    }
}
