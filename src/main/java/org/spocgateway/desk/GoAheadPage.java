package org.spocgateway.desk;

import java.security.Principal;
import java.util.function.BiFunction;
import org.spocgateway.casework.CallNotes;
import org.spocgateway.casework.CaseFile;
import org.spocgateway.casework.Cases;
import org.spocgateway.casework.Confirmation;
import org.spocgateway.casework.GateMove;
import org.spocgateway.casework.Gates;
import org.spocgateway.intake.Inbound;
import org.spocgateway.intake.Intake;
import org.spocgateway.terms.Actor;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.InboundId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The go-ahead of police: what is lawful without it, and confirming one that has arrived (policy 4.1, 4.6). */
@Controller
class GoAheadPage {
    private final OpenCase open;
    private final Cases cases;
    private final Gates gates;
    private final CallNotes calls;
    private final Intake intake;
    private final Words words;

    GoAheadPage(OpenCase open, Cases cases, Gates gates, CallNotes calls, Intake intake, Words words) {
        this.open = open;
        this.cases = cases;
        this.gates = gates;
        this.calls = calls;
        this.intake = intake;
        this.words = words;
    }

    @GetMapping("/cases/{id}/go-ahead")
    String show(@PathVariable String id, Principal who, Model model) {
        return shown(id, who, model);
    }

    /** Yes, this is police saying that gathering can commence, and it was received securely (R2, R23). */
    @PostMapping("/cases/{id}/go-ahead/confirm")
    String confirm(
            @PathVariable String id,
            @RequestParam String message,
            @RequestParam(defaultValue = "false") boolean receivedSecurely,
            Principal who,
            Model model,
            RedirectAttributes after) {
        return moved(
                id,
                who,
                model,
                after,
                "receivedSecurely",
                (file, officer) ->
                        gates.confirm(file, new Confirmation(new InboundId(message), receivedSecurely), officer));
    }

    /** A second officer confirms a spoken go-ahead (R2c). */
    @PostMapping("/cases/{id}/go-ahead/second")
    String second(@PathVariable String id, Principal who, Model model, RedirectAttributes after) {
        return moved(id, who, model, after, "second", gates::confirmSpoken);
    }

    /** It is no go-ahead. */
    @PostMapping("/cases/{id}/go-ahead/decline")
    String decline(@PathVariable String id, Principal who, Model model, RedirectAttributes after) {
        return moved(id, who, model, after, "decline", gates::decline);
    }

    /** An officer points at the police message that is the go-ahead. */
    @PostMapping("/cases/{id}/go-ahead/message")
    String point(
            @PathVariable String id,
            @RequestParam String message,
            Principal who,
            Model model,
            RedirectAttributes after) {
        return moved(
                id,
                who,
                model,
                after,
                "message",
                (file, officer) -> gates.propose(file, new InboundId(message), officer));
    }

    private String moved(
            String id,
            Principal who,
            Model model,
            RedirectAttributes after,
            String field,
            BiFunction<CaseId, Actor, GateMove> move) {
        GateMove result = move.apply(open.of(id).id(), Actor.officer(who.getName()));
        var problems = new Problems(words).refused(field, result);
        if (problems.any()) {
            problems.show(model);
            return shown(id, who, model);
        }
        after.addFlashAttribute(
                "done", words.say("desk.goAhead.done." + open.of(id).gate().word()));
        return "redirect:/cases/" + id + "/go-ahead";
    }

    private String shown(String id, Principal who, Model model) {
        Actor officer = Actor.officer(who.getName());
        CaseFile file = open.show(id, officer, model);
        model.addAttribute("me", officer.ref());
        model.addAttribute("number", calls.numberToRing(file.id()));
        model.addAttribute(
                "messages",
                cases.timeline(file.id()).stream()
                        .filter(each ->
                                each.message().filter(this::isFromPolice).isPresent())
                        .toList());
        return "desk/go-ahead";
    }

    private boolean isFromPolice(InboundId message) {
        return intake.find(message)
                .flatMap(Inbound::classified)
                .filter(each -> each.kind().fromPolice())
                .isPresent();
    }
}
