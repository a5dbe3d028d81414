package org.spocgateway.desk;

import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.spocgateway.casework.Answers;
import org.spocgateway.casework.ChaseCall;
import org.spocgateway.casework.ChaseCalls;
import org.spocgateway.casework.RequestView;
import org.spocgateway.casework.Requests;
import org.spocgateway.casework.UndoResult;
import org.spocgateway.dispatch.Withdrawing;
import org.spocgateway.portal.Packages;
import org.spocgateway.terms.Actor;
import org.spocgateway.terms.RequestId;
import org.spocgateway.terms.TransferId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The response board, and one request: how far it went, undo, more time, a call, a code to read out, withdraw. */
@Controller
class RequestsPage {
    private static final int DAYS_AT_MOST = 180;
    private static final int LONGEST = 2000;

    private final Requests requests;
    private final Packages packages;
    private final Answers answers;
    private final Progress progress;
    private final Board board;
    private final Withdrawing withdrawing;
    private final ChaseCalls chaseCalls;
    private final Times times;
    private final Words words;

    RequestsPage(
            Requests requests,
            Packages packages,
            Answers answers,
            Progress progress,
            Board board,
            Withdrawing withdrawing,
            ChaseCalls chaseCalls,
            Times times,
            Words words) {
        this.requests = requests;
        this.packages = packages;
        this.answers = answers;
        this.progress = progress;
        this.board = board;
        this.withdrawing = withdrawing;
        this.chaseCalls = chaseCalls;
        this.times = times;
        this.words = words;
    }

    /**
     * The response board.
     *
     * @param show {@code waiting}, {@code overdue} or {@code all}
     * @param partner directory id; empty for everybody
     */
    @GetMapping("/requests")
    String list(
            @RequestParam(defaultValue = "waiting") String show,
            @RequestParam(defaultValue = "") String partner,
            Model model) {
        List<Board.Row> all = board.rows();
        model.addAttribute(
                "rows",
                all.stream()
                        .filter(each -> show.equals("all") || (show.equals("overdue") ? each.overdue() : each.waits()))
                        .filter(each -> partner.isEmpty() || each.party().equals(partner))
                        .toList());
        model.addAttribute("show", show);
        model.addAttribute("partner", partner);
        model.addAttribute(
                "partners",
                all.stream()
                        .map(Board.Row::party)
                        .filter(each -> !each.isEmpty())
                        .distinct()
                        .sorted()
                        .toList());
        model.addAttribute("stuck", progress.needSomebody());
        return "desk/requests";
    }

    @GetMapping("/requests/{id}")
    String show(@PathVariable String id, Model model) {
        return shown(id, model);
    }

    @PostMapping("/requests/{id}/undo")
    String undo(@PathVariable String id, Principal who, RedirectAttributes after) {
        UndoResult result = requests.undo(request(id).id(), Actor.officer(who.getName()));
        after.addFlashAttribute("done", words.say("desk.undo." + result));
        return "redirect:/requests/" + id;
    }

    /** A fresh code to be read out by telephone, shown on this one answer; asking is logged. */
    @PostMapping("/requests/{id}/transfers/{transfer}/code")
    String code(
            @PathVariable String id,
            @PathVariable String transfer,
            @RequestParam(defaultValue = "false") boolean callerChecked,
            Principal who,
            Model model) {
        TransferId of = transfer(request(id), transfer);
        if (callerChecked) {
            model.addAttribute("codeFor", of);
            model.addAttribute("code", packages.codeToReadOut(of, Actor.officer(who.getName())));
        } else {
            new Problems(words)
                    .when(true, "callerChecked-" + of.value(), "desk.request.checkCaller")
                    .show(model);
        }
        return shown(id, model);
    }

    /** Takes it back as far as it goes: kept back, the link closed, or asked back by a neutral mail. */
    @PostMapping("/requests/{id}/transfers/{transfer}/withdraw")
    String withdraw(@PathVariable String id, @PathVariable String transfer, Principal who, RedirectAttributes after) {
        var how = withdrawing.withdraw(transfer(request(id), transfer), Actor.officer(who.getName()));
        after.addFlashAttribute("done", words.say("desk.withdrawn." + how));
        return "redirect:/requests/" + id;
    }

    /** Gives everybody of this request more time. */
    @PostMapping("/requests/{id}/extend")
    String extend(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String day,
            Principal who,
            Model model,
            RedirectAttributes after) {
        RequestView request = request(id);
        Optional<LocalDate> until = Times.typedDay(day);
        boolean done = until.filter(each -> each.isBefore(times.today().plusDays(DAYS_AT_MOST)))
                .filter(each -> requests.extend(request.id(), each, Actor.officer(who.getName())))
                .isPresent();
        if (!done) {
            new Problems(words).when(true, "day", "desk.extend.badDay").show(model);
            model.addAttribute("typedDay", day);
            return shown(id, model);
        }
        after.addFlashAttribute("done", words.say("desk.extend.done", times.day(until.orElseThrow())));
        return "redirect:/requests/" + id;
    }

    /** The note of a call with a partner who is late. */
    @PostMapping("/requests/{id}/transfers/{transfer}/call")
    String called(
            @PathVariable String id,
            @PathVariable String transfer,
            @RequestParam(defaultValue = "") String spokeWith,
            @RequestParam(defaultValue = "") String outcome,
            Principal who,
            Model model,
            RedirectAttributes after) {
        TransferId of = transfer(request(id), transfer);
        boolean usable = !outcome.isBlank() && outcome.length() <= LONGEST && spokeWith.length() <= LONGEST;
        if (!usable) {
            new Problems(words)
                    .when(true, "outcome-" + of.value(), "desk.chase.noOutcome")
                    .show(model);
            return shown(id, model);
        }
        chaseCalls.note(of, spokeWith.strip(), outcome.strip(), Actor.officer(who.getName()));
        after.addFlashAttribute("done", words.say("desk.chase.noted"));
        return "redirect:/requests/" + id;
    }

    /** An officer has read a mailed answer: whether a multi-agency plan exists (policy 4.5). */
    @PostMapping("/requests/{id}/transfers/{transfer}/plan")
    String plan(
            @PathVariable String id,
            @PathVariable String transfer,
            @RequestParam boolean exists,
            Principal who,
            RedirectAttributes after) {
        answers.plan(transfer(request(id), transfer), exists, Actor.officer(who.getName()));
        after.addFlashAttribute("done", words.say("desk.answer.planNoted"));
        return "redirect:/requests/" + id;
    }

    private String shown(String id, Model model) {
        RequestView request = request(id);
        model.addAttribute("request", request);
        model.addAttribute("lines", progress.lines(request));
        model.addAttribute("waits", waits(request));
        model.addAttribute("calls", calls(request));
        return "desk/request";
    }

    /** The transfers whose answer is waited for. */
    private static List<TransferId> waits(RequestView request) {
        return request.recipients().stream()
                .filter(each -> !request.undone() && each.waits())
                .map(RequestView.Recipient::transfer)
                .toList();
    }

    private Map<TransferId, List<ChaseCall>> calls(RequestView request) {
        return request.recipients().stream()
                .map(RequestView.Recipient::transfer)
                .collect(Collectors.toMap(each -> each, chaseCalls::of));
    }

    private RequestView request(String id) {
        try {
            return requests.find(new RequestId(id)).orElseThrow(OpenCase::absent);
        } catch (IllegalArgumentException e) {
            throw OpenCase.absent();
        }
    }

    private static TransferId transfer(RequestView request, String id) {
        return request.recipients().stream()
                .map(RequestView.Recipient::transfer)
                .filter(each -> each.value().equals(id))
                .findFirst()
                .orElseThrow(OpenCase::absent);
    }
}
