package org.spocgateway.desk;

import java.util.TreeMap;
import org.spocgateway.casework.RequestView;
import org.spocgateway.casework.Requests;
import org.spocgateway.dispatch.TransferExplanation;
import org.spocgateway.dispatch.TransferExplanation.DecisionThen;
import org.spocgateway.dispatch.TransferExplanations;
import org.spocgateway.dispatch.Transfers;
import org.spocgateway.release.RuleWords;
import org.spocgateway.terms.Actor;
import org.spocgateway.terms.RequestId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * One page to print and file: why we were allowed to ask this partner. What opened the gate, the agreement, the rules in the words they
 * had, how it travelled and where the log holds it; nothing about the person.
 */
@Controller
class WhyPage {
    private final Requests requests;
    private final TransferExplanations explanations;
    private final Transfers transfers;
    private final Parties parties;
    private final People people;

    WhyPage(Requests requests, TransferExplanations explanations, Transfers transfers, Parties parties, People people) {
        this.requests = requests;
        this.explanations = explanations;
        this.transfers = transfers;
        this.parties = parties;
        this.people = people;
    }

    @GetMapping("/requests/{id}/transfers/{transfer}/why")
    String show(@PathVariable String id, @PathVariable String transfer, Model model) {
        RequestView.Recipient to = recipient(id, transfer);
        TransferExplanation told = explanations.of(to.transfer()).orElseThrow(OpenCase::absent);
        model.addAttribute("request", id);
        model.addAttribute("reference", to.reference().value());
        model.addAttribute("name", parties.name(to.party(), "—"));
        model.addAttribute("view", transfers.find(to.transfer()).orElse(null));
        model.addAttribute("log", told.log());
        DecisionThen then = told.decisions().isEmpty()
                ? null
                : told.decisions().get(told.decisions().size() - 1);
        model.addAttribute("then", then);
        if (then != null) {
            model.addAttribute(
                    "rules", then.rules().set().stream().map(RuleSaid::of).toList());
            then.opening().ifPresent(opening -> model.addAttribute("confirmedBy", name(opening.confirmed())));
            then.opening().flatMap(each -> each.noted()).ifPresent(noted -> model.addAttribute("notedBy", name(noted)));
        }
        return "desk/why";
    }

    /** A rule with everything that it could have said against it; what a sentence would have named stands as an ellipsis. */
    record RuleSaid(String rule, String paragraph, String words) {
        static RuleSaid of(RuleWords rule) {
            String words =
                    String.join("; ", new TreeMap<>(rule.sentences()).values()).replaceAll("[{][^}]*[}]", "…");
            return new RuleSaid(rule.rule(), rule.paragraph(), words.endsWith("…") ? words : words + ".");
        }
    }

    private String name(String account) {
        return people.name(Actor.officer(account));
    }

    private RequestView.Recipient recipient(String id, String transfer) {
        try {
            return requests.find(new RequestId(id)).stream()
                    .flatMap(each -> each.recipients().stream())
                    .filter(each -> each.transfer().value().equals(transfer))
                    .findFirst()
                    .orElseThrow(OpenCase::absent);
        } catch (IllegalArgumentException e) {
            throw OpenCase.absent();
        }
    }
}
