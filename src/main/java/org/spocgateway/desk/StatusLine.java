package org.spocgateway.desk;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.spocgateway.intake.Intake;
import org.spocgateway.intake.MailboxLooks;
import org.spocgateway.intake.MailboxLooks.Look;
import org.spocgateway.transferlog.TransferLog;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The line on every page of the desk: when the mailbox was last looked at, red when that is too long ago. */
@ControllerAdvice(basePackageClasses = StatusLine.class)
class StatusLine {
    private final MailboxLooks looks;
    private final Intake intake;
    private final TransferLog log;
    private final Times times;
    private final Words words;

    StatusLine(MailboxLooks looks, Intake intake, TransferLog log, Times times, Words words) {
        this.looks = looks;
        this.intake = intake;
        this.log = log;
        this.times = times;
        this.words = words;
    }

    @ModelAttribute
    void status(Model model) {
        List<Look> all = looks.all();
        boolean refused = !log.mayAct();
        int held = intake.held();
        boolean late = all.stream().anyMatch(Look::isLate);
        model.addAttribute(
                "statusLine", refused ? refused(all) : late ? late(all) : held > 0 ? held(held) : looked(all));
        model.addAttribute("statusBad", refused || late || held > 0);
    }

    private String held(int messages) {
        return words.say("desk.status.scanner", messages);
    }

    private String refused(List<Look> all) {
        return words.say(
                "desk.status.refused", all.stream().mapToInt(Look::stillThere).sum());
    }

    private String late(List<Look> all) {
        Optional<Look> worst = all.stream().filter(Look::isLate).max(Comparator.comparingInt(Look::missed));
        return worst.flatMap(Look::lookedAt)
                .map(at -> words.say("desk.status.late", times.moment(at)))
                .orElseGet(() -> words.say("desk.status.lateAlways"));
    }

    /** The mailbox that was looked at longest ago speaks for all. */
    private String looked(List<Look> all) {
        return all.stream()
                .map(look -> look.lookedAt().orElse(java.time.Instant.EPOCH))
                .min(Comparator.naturalOrder())
                .filter(at -> at.isAfter(java.time.Instant.EPOCH))
                .map(at -> words.say("desk.status.looked", times.ago(at)))
                .orElseGet(() -> words.say("desk.status.never"));
    }
}
