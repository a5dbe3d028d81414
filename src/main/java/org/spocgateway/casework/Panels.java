package org.spocgateway.casework;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spocgateway.directory.Directory;
import org.spocgateway.directory.PanelMember;
import org.spocgateway.terms.Actor;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.Marking;
import org.spocgateway.terms.MeetingId;
import org.spocgateway.terms.TransferKind;
import org.spocgateway.vault.BlobId;
import org.spocgateway.vault.Holder;
import org.spocgateway.vault.Vault;
import org.springframework.stereotype.Component;

/** Meetings of the panel: which cases, who must come, and who was invited (policy 4.5). */
@Component
public class Panels {
    private final PanelRows rows;
    private final CaseRows cases;
    private final CaseReading reading;
    private final Timeline timeline;
    private final Requests requests;
    private final Answers answers;
    private final Directory directory;
    private final Vault vault;
    private final CaseworkSettings hours;
    private final Settlements settlements;
    private final SecureRandom random;
    private final Clock clock;

    Panels(
            PanelRows rows,
            CaseRows cases,
            CaseReading reading,
            Timeline timeline,
            Requests requests,
            Answers answers,
            Directory directory,
            Vault vault,
            CaseworkSettings hours,
            Settlements settlements,
            SecureRandom random,
            Clock clock) {
        this.rows = rows;
        this.cases = cases;
        this.reading = reading;
        this.timeline = timeline;
        this.requests = requests;
        this.answers = answers;
        this.directory = directory;
        this.vault = vault;
        this.hours = hours;
        this.settlements = settlements;
        this.random = random;
        this.clock = clock;
    }

    /** Meetings, the latest first. */
    public List<Meeting> meetings() {
        return rows.all();
    }

    /** One meeting. */
    public Optional<Meeting> find(MeetingId id) {
        return rows.find(id);
    }

    /** Plans a meeting. */
    public MeetingId plan(Instant begins, Duration lasts, String place, Actor officer) {
        var meeting = new Meeting(MeetingId.random(random), begins, lasts, place);
        rows.insert(meeting, officer);
        return meeting.id();
    }

    /** Puts a case on a meeting; a second time changes nothing. */
    public void add(MeetingId id, CaseId caseId, Actor officer) {
        settlements.settle(settlement -> {
            if (!rows.cases(id).contains(caseId)) {
                rows.add(id, caseId);
                timeline.add(caseId, "on-panel", officer);
            }
            return id;
        });
    }

    /** The cases of a meeting, and how ready each is. */
    public List<PanelCase> cases(MeetingId id) {
        return rows.cases(id).stream()
                .flatMap(caseId -> cases.find(caseId).stream())
                .map(row -> panelCase(id, row))
                .toList();
    }

    private PanelCase panelCase(MeetingId id, CaseRow row) {
        List<RequestView> all =
                requests.of(row.id()).stream().filter(each -> !each.undone()).toList();
        List<RequestView.Recipient> asked = recipients(all, TransferKind.INFORMATION_REQUEST)
                .filter(each -> !each.notSent())
                .toList();
        Instant since = rows.addedAt(id, row.id());
        List<RequestView.Recipient> invited = recipients(
                        all.stream()
                                .filter(each -> !each.approvedAt().isBefore(since))
                                .toList(),
                        TransferKind.PANEL_NOTICE)
                .filter(each -> !each.notSent())
                .toList();
        return new PanelCase(
                reading.summary(row),
                asked.size(),
                (int) asked.stream().filter(each -> !each.answers().isEmpty()).count(),
                answers.requiredAtPanel(row.id()),
                parties(invited.stream()),
                parties(invited.stream().filter(each -> !each.answers().isEmpty())));
    }

    private static Stream<RequestView.Recipient> recipients(List<RequestView> requests, TransferKind kind) {
        return requests.stream().filter(each -> each.kind() == kind).flatMap(each -> each.recipients().stream());
    }

    private static Set<String> parties(Stream<RequestView.Recipient> recipients) {
        return recipients.flatMap(each -> each.party().stream()).collect(Collectors.toSet());
    }

    /** What an invitation would be, for members and, apart, for agencies that must come because of a plan (R16, R30). */
    public List<RequestDraft> drafts(Meeting meeting, CaseId caseId) {
        LocalDate day = day(meeting.begins());
        List<String> members = directory.panel().stream()
                .filter(each -> each.sitsOn(day))
                .map(PanelMember::party)
                .distinct()
                .toList();
        List<String> planHolders = answers.requiredAtPanel(caseId).stream()
                .filter(each -> !members.contains(each))
                .toList();
        return Stream.of(
                        draft(meeting, caseId, members, List.of()),
                        draft(meeting, caseId, planHolders, List.of(DraftCheck.PLAN_HOLDER)))
                .filter(each -> !each.addressees().isEmpty())
                .toList();
    }

    private RequestDraft draft(Meeting meeting, CaseId caseId, List<String> whom, List<String> why) {
        LocalDate today = day(clock.instant());
        LocalDate confirmBy = day(meeting.begins()).minusDays(1);
        return new RequestDraft(
                caseId,
                TransferKind.PANEL_NOTICE,
                whom.stream().map(Addressee::of).toList(),
                why,
                "",
                Map.of(),
                List.of(),
                confirmBy.isBefore(today) ? today : confirmBy,
                Marking.OFFICIAL_SENSITIVE);
    }

    /**
     * Invites everybody to one case, each by the way that the rules give.
     *
     * @param words where and when, as the invitation says it
     * @param required what is added for an agency that must come because of its plan
     * @param key as for requests
     */
    public List<Approval> invite(
            Meeting meeting, CaseId caseId, String words, String required, Actor officer, String key) {
        List<RequestDraft> drafts = drafts(meeting, caseId);
        byte[] calendar = Invitation.write(
                meeting, cases.get(caseId).reference(), directory.council().spocMailbox(), clock.instant());
        BlobId blob = vault.put(Holder.of(caseId), calendar);
        var file = new Outgoing.Document("invitation.ics", Invitation.TYPE, blob);
        return drafts.stream()
                .map(each -> each.questions().isEmpty()
                        ? requests.approve(each.saying(words).with(file), officer, key + "-m")
                        : requests.approve(each.saying(words + " " + required).with(file), officer, key + "-p"))
                .toList();
    }

    private LocalDate day(Instant at) {
        return at.atZone(hours.zone()).toLocalDate();
    }
}
