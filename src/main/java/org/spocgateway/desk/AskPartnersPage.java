package org.spocgateway.desk;

import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import org.spocgateway.casework.RequestView;
import org.spocgateway.casework.Requests;
import org.spocgateway.terms.Actor;
import org.spocgateway.terms.MailAddress;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Ask partners, step 1: whom. Never how. */
@Controller
class AskPartnersPage {
    private final AskDrafts drafts;
    private final Parties parties;
    private final Requests requests;
    private final Words words;

    AskPartnersPage(AskDrafts drafts, Parties parties, Requests requests, Words words) {
        this.drafts = drafts;
        this.parties = parties;
        this.requests = requests;
        this.words = words;
    }

    @GetMapping("/cases/{id}/ask/partners")
    String form(@PathVariable String id, Principal who, HttpSession session, Model model) {
        AskDraft draft = drafts.of(id, session);
        return shown(id, draft.partners(), draft.address(), who, session, model);
    }

    /** On to what is asked, or, with the standard questions and the usual facts as they are, straight to the last page. */
    @PostMapping("/cases/{id}/ask/partners")
    String choose(
            @PathVariable String id,
            @RequestParam(defaultValue = "") List<String> partners,
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "questions") String next,
            Principal who,
            HttpSession session,
            Model model) {
        AskDraft draft = drafts.of(id, session);
        Optional<MailAddress> other = MailAddress.parse(address);
        var problems = new Problems(words)
                .when(partners.isEmpty() && address.isBlank(), "partners", "desk.ask.nobody")
                .when(!partners.stream().allMatch(parties::mayBeAsked), "partners", "desk.ask.unknownPartner")
                .when(!address.isBlank() && other.isEmpty(), "address", "desk.ask.badAddress");
        if (problems.any()) {
            problems.show(model);
            return shown(id, partners, address, who, session, model);
        }
        draft.askWhom(partners, other);
        return "redirect:/cases/" + id + (next.equals("check") ? "/ask/check" : "/ask/questions");
    }

    /** One more question to a partner who has answered: a new draft with nothing ticked but the partner. */
    @PostMapping("/cases/{id}/ask/follow-up")
    String followUp(@PathVariable String id, @RequestParam String transfer, HttpSession session) {
        Optional<String> party = requests.of(OpenCase.id(id)).stream()
                .flatMap(each -> each.recipients().stream())
                .filter(each -> each.transfer().value().equals(transfer))
                .findFirst()
                .flatMap(RequestView.Recipient::party);
        drafts.forget(id, session);
        AskDraft draft = drafts.of(id, session);
        draft.askWhom(party.stream().toList(), Optional.empty());
        draft.askWhat(List.of(), "");
        return "redirect:/cases/" + id + (party.isPresent() ? "/ask/questions" : "/ask/partners");
    }

    private String shown(
            String id, List<String> ticked, String address, Principal who, HttpSession session, Model model) {
        model.addAttribute("groups", parties.toAsk());
        model.addAttribute("ticked", ticked);
        model.addAttribute("typedAddress", address);
        return drafts.show(id, "partners", Actor.officer(who.getName()), session, model);
    }
}
