package org.spocgateway.desk;

import java.security.Principal;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.spocgateway.casework.CaseEvent;
import org.spocgateway.casework.CaseFile;
import org.spocgateway.casework.CaseMove;
import org.spocgateway.casework.CaseNotMoved;
import org.spocgateway.casework.CaseProgress;
import org.spocgateway.casework.CaseReviews;
import org.spocgateway.casework.CaseTable;
import org.spocgateway.casework.Cases;
import org.spocgateway.casework.ClosingEvidence;
import org.spocgateway.casework.Retention;
import org.spocgateway.casework.SupportConsent;
import org.spocgateway.casework.Threshold;
import org.spocgateway.intake.Inbound;
import org.spocgateway.intake.Intake;
import org.spocgateway.terms.Actor;
import org.spocgateway.terms.CaseReference;
import org.spocgateway.terms.InboundId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a case stands beside its gate: what police found, the panel, closing with evidence, duplicates, consent to support, legal hold. */
@Controller
class StandingPage {
    private static final Set<CaseEvent> STEPS = EnumSet.of(
            CaseEvent.READY,
            CaseEvent.ADOPT,
            CaseEvent.DO_NOT_ADOPT,
            CaseEvent.RETURN_TO_POLICE,
            CaseEvent.NOT_DUPLICATE);

    private final OpenCase open;
    private final Cases cases;
    private final CaseProgress progress;
    private final CaseReviews reviews;
    private final Retention retention;
    private final Intake intake;
    private final TypedCalls typed;
    private final Times times;
    private final Words words;

    StandingPage(
            OpenCase open,
            Cases cases,
            CaseProgress progress,
            CaseReviews reviews,
            Retention retention,
            Intake intake,
            TypedCalls typed,
            Times times,
            Words words) {
        this.open = open;
        this.cases = cases;
        this.progress = progress;
        this.reviews = reviews;
        this.retention = retention;
        this.intake = intake;
        this.typed = typed;
        this.times = times;
        this.words = words;
    }

    @GetMapping("/cases/{id}/standing")
    String show(@PathVariable String id, Principal who, Model model) {
        return shown(id, CallForm.empty(), who, model);
    }

    /** What police found (R12). */
    @PostMapping("/cases/{id}/standing/threshold")
    String threshold(
            @PathVariable String id,
            @RequestParam Threshold threshold,
            Principal who,
            Model model,
            RedirectAttributes after) {
        return moved(id, who, model, after, "threshold", (file, by) -> progress.threshold(file.id(), threshold, by));
    }

    /** Consent to support: written down only. */
    @PostMapping("/cases/{id}/standing/consent")
    String consent(
            @PathVariable String id,
            @RequestParam SupportConsent consent,
            Principal who,
            Model model,
            RedirectAttributes after) {
        return moved(id, who, model, after, "consent", (file, by) -> progress.consent(file.id(), consent, by));
    }

    @PostMapping("/cases/{id}/standing/hold")
    String hold(
            @PathVariable String id,
            @RequestParam boolean on,
            @RequestParam(defaultValue = "") String why,
            Principal who,
            Model model,
            RedirectAttributes after) {
        return moved(id, who, model, after, "why", (file, by) -> progress.legalHold(file.id(), on, why, by));
    }

    @PostMapping("/cases/{id}/standing/step")
    String step(
            @PathVariable String id,
            @RequestParam CaseEvent step,
            Principal who,
            Model model,
            RedirectAttributes after) {
        return moved(
                id,
                who,
                model,
                after,
                "step",
                (file, by) -> step == CaseEvent.PANEL_MEETS
                        ? progress.panelMet(file.id(), times.today(), by)
                        : progress.step(file.id(), step, by));
    }

    @PostMapping("/cases/{id}/standing/duplicate")
    String duplicate(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String other,
            Principal who,
            Model model,
            RedirectAttributes after) {
        var reference = CaseReference.in(other);
        if (reference.isEmpty()) {
            new Problems(words)
                    .when(true, "other", "desk.caseReason.no-other-case")
                    .show(model);
            return shown(id, CallForm.empty(), who, model);
        }
        return moved(id, who, model, after, "other", (file, by) -> progress.duplicate(file.id(), reference.get(0), by));
    }

    @PostMapping("/cases/{id}/standing/reviewed")
    String reviewed(@PathVariable String id, Principal who, Model model, RedirectAttributes after) {
        return moved(id, who, model, after, "reviewed", (file, by) -> reviews.reviewed(file.id(), by));
    }

    /** The papers stand in the council's system of record: from now on what the messages hold is kept for its time only. */
    @PostMapping("/cases/{id}/standing/filed")
    String filed(@PathVariable String id, Principal who, RedirectAttributes after) {
        retention.filed(open.of(id).id(), Actor.officer(who.getName()));
        after.addFlashAttribute("done", words.say("desk.standing.saved"));
        return "redirect:/cases/" + id + "/standing";
    }

    /** Closes on a police message of the case (R31). */
    @PostMapping("/cases/{id}/standing/close")
    String close(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String message,
            Principal who,
            Model model,
            RedirectAttributes after) {
        var evidence = message.isEmpty() ? ClosingEvidence.NONE : ClosingEvidence.of(new InboundId(message));
        return moved(id, who, model, after, "close", (file, by) -> progress.close(file.id(), evidence, by));
    }

    /** Closes on a telephone call, called back on the directory's number (R31). */
    @PostMapping("/cases/{id}/standing/close-call")
    String closeByCall(
            @PathVariable String id,
            @ModelAttribute("form") CallForm form,
            Principal who,
            Model model,
            RedirectAttributes after) {
        var problems = new Problems(words);
        var call = typed.readCalledBack(form, open.of(id), problems);
        if (call.isEmpty()) {
            problems.show(model);
            return shown(id, form, who, model);
        }
        return moved(
                id,
                who,
                model,
                after,
                "caller",
                (file, by) -> progress.close(file.id(), ClosingEvidence.of(call.get()), by));
    }

    private String moved(
            String id,
            Principal who,
            Model model,
            RedirectAttributes after,
            String field,
            BiFunction<CaseFile, Actor, CaseMove> change) {
        CaseMove move = change.apply(open.of(id), Actor.officer(who.getName()));
        if (move instanceof CaseNotMoved not) {
            var problems = new Problems(words);
            not.reasons().forEach(reason -> problems.when(true, field, "desk.caseReason." + reason.code()));
            problems.show(model);
            return shown(id, CallForm.empty(), who, model);
        }
        after.addFlashAttribute("done", words.say("desk.standing.saved"));
        return "redirect:/cases/" + id + "/standing";
    }

    private String shown(String id, CallForm form, Principal who, Model model) {
        CaseFile file = open.show(id, Actor.officer(who.getName()), model);
        model.addAttribute("form", form);
        model.addAttribute("number", typed.number(file));
        model.addAttribute("steps", steps(file));
        model.addAttribute("plan", retention.plan(file.id()));
        model.addAttribute("thresholds", Threshold.values());
        model.addAttribute("consents", SupportConsent.values());
        model.addAttribute(
                "reviewDue",
                reviews.due().stream().anyMatch(each -> each.caseId().equals(file.id())));
        model.addAttribute(
                "messages",
                cases.timeline(file.id()).stream()
                        .filter(each ->
                                each.message().filter(this::isFromPolice).isPresent())
                        .toList());
        return "desk/standing";
    }

    /** What the table lets happen from here. */
    private static List<CaseEvent> steps(CaseFile file) {
        return Arrays.stream(CaseEvent.values())
                .filter(each -> STEPS.contains(each) || each == CaseEvent.PANEL_MEETS)
                .filter(each -> CaseTable.next(file.standing().state(), each).isPresent())
                .toList();
    }

    private boolean isFromPolice(InboundId message) {
        return intake.find(message)
                .flatMap(Inbound::classified)
                .filter(each -> each.kind().fromPolice())
                .isPresent();
    }
}
