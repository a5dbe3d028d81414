package org.spocgateway.desk;

import java.security.Principal;
import java.util.Locale;
import java.util.Optional;
import org.spocgateway.casework.Answers;
import org.spocgateway.casework.Cases;
import org.spocgateway.casework.Gates;
import org.spocgateway.casework.Moved;
import org.spocgateway.casework.Requests;
import org.spocgateway.envelope.Fault;
import org.spocgateway.intake.Inbound;
import org.spocgateway.intake.InboundState;
import org.spocgateway.intake.Intake;
import org.spocgateway.terms.Actor;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.CaseReference;
import org.spocgateway.terms.RequestReference;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Quarantine and unsorted: what waits for a person, why, and what to do; nothing is ever thrown away here. */
@Controller
class WaitingPage {
    private final Intake intake;
    private final Cases cases;
    private final Requests requests;
    private final Answers answers;
    private final Gates gates;
    private final MessageText text;
    private final Words words;

    WaitingPage(
            Intake intake,
            Cases cases,
            Requests requests,
            Answers answers,
            Gates gates,
            MessageText text,
            Words words) {
        this.intake = intake;
        this.cases = cases;
        this.requests = requests;
        this.answers = answers;
        this.gates = gates;
        this.text = text;
        this.words = words;
    }

    @GetMapping("/waiting")
    String list(Model model) {
        model.addAttribute("messages", intake.inFrontOfAPerson());
        model.addAttribute("setAside", intake.setAside());
        return "desk/waiting";
    }

    @GetMapping("/waiting/{id}")
    String show(@PathVariable String id, Model model) {
        return shown(message(id), "", model);
    }

    /** Shows what the message says on this one answer; asking is logged. */
    @PostMapping("/waiting/{id}/read")
    String read(@PathVariable String id, Principal who, Model model) {
        Inbound message = message(id);
        model.addAttribute("mail", text.read(message.id(), Actor.officer(who.getName())));
        return shown(message, "", model);
    }

    /** Puts it on a case, by the case's reference or by the reference of the request it answers. */
    @PostMapping("/waiting/{id}/attach")
    String attach(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reference,
            Principal who,
            Model model,
            RedirectAttributes after) {
        Inbound message = message(id);
        Actor officer = Actor.officer(who.getName());
        Optional<CaseId> onto = caseOf(reference);
        boolean done = onto.map(each -> cases.attach(message.id(), each, officer))
                .or(() -> RequestReference.in(reference.toUpperCase(Locale.ROOT)).stream()
                        .findFirst()
                        .flatMap(requests::byReference)
                        .map(each -> answers.attach(message.id(), each, officer)))
                .orElse(false);
        if (!done) {
            new Problems(words).when(true, "reference", "desk.waiting.noCase").show(model);
            return shown(message, reference, model);
        }
        after.addFlashAttribute("done", words.say("desk.waiting.attached"));
        return onto.map(each -> "redirect:/cases/" + each.value()).orElse("redirect:/waiting");
    }

    /** Opens a case from it, gate CLOSED. */
    @PostMapping("/waiting/{id}/open")
    String open(@PathVariable String id, Principal who) {
        return cases.openFrom(message(id).id(), Actor.officer(who.getName()))
                .map(each -> "redirect:/cases/" + each.value())
                .orElse("redirect:/waiting");
    }

    @PostMapping("/waiting/{id}/set-aside")
    String setAside(@PathVariable String id, Principal who, RedirectAttributes after) {
        if (cases.setAside(message(id).id(), Actor.officer(who.getName()))) {
            after.addFlashAttribute("done", words.say("desk.waiting.setAsideDone"));
        }
        return "redirect:/waiting";
    }

    /** By what the scanner knows now. */
    @PostMapping("/waiting/{id}/scan-again")
    String scanAgain(@PathVariable String id, Principal who, RedirectAttributes after) {
        if (cases.scanAgain(message(id).id(), Actor.officer(who.getName()))) {
            after.addFlashAttribute("done", words.say("desk.waiting.scanAgainDone"));
        }
        return "redirect:/waiting";
    }

    @PostMapping("/waiting/{id}/bring-back")
    String bringBack(@PathVariable String id, Principal who) {
        cases.bringBack(message(id).id(), Actor.officer(who.getName()));
        return "redirect:/waiting/" + id;
    }

    /** It is police saying stop: the case named freezes at once (R4). */
    @PostMapping("/waiting/{id}/stop")
    String stop(
            @PathVariable String id, @RequestParam(defaultValue = "") String reference, Principal who, Model model) {
        Inbound message = message(id);
        Optional<CaseId> whose = caseOf(reference);
        boolean stopped = whose.map(each -> gates.stop(each, message.id(), Actor.officer(who.getName())))
                .filter(Moved.class::isInstance)
                .isPresent();
        if (!stopped) {
            new Problems(words)
                    .when(true, "stopReference", "desk.waiting.noCase")
                    .show(model);
            return shown(message, reference, model);
        }
        return "redirect:/cases/" + whose.orElseThrow().value() + "/stop";
    }

    private Optional<CaseId> caseOf(String reference) {
        return CaseReference.in(reference.toUpperCase(Locale.ROOT)).stream()
                .findFirst()
                .flatMap(cases::byReference);
    }

    private static String shown(Inbound message, String typed, Model model) {
        model.addAttribute("message", message);
        model.addAttribute("typed", typed);
        boolean waits = message.state() == InboundState.WAITING || message.state() == InboundState.QUARANTINED;
        boolean stopped = message.fault().filter(Fault::isFromScanner).isPresent();
        model.addAttribute("actionable", waits && !stopped);
        model.addAttribute("stopped", waits && stopped);
        model.addAttribute("readable", !stopped);
        model.addAttribute("putAway", message.state() == InboundState.SET_ASIDE);
        return "desk/waiting-one";
    }

    private Inbound message(String id) {
        return intake.find(MessagePage.id(id))
                .filter(each -> each.caseId().isEmpty())
                .orElseThrow(OpenCase::absent);
    }
}
