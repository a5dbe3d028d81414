package org.spocgateway.desk;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.spocgateway.casework.AnswerView;
import org.spocgateway.casework.RequestView;
import org.spocgateway.dispatch.TransferState;
import org.spocgateway.dispatch.TransferView;
import org.spocgateway.dispatch.Transfers;
import org.spocgateway.portal.PackageStatus;
import org.spocgateway.portal.PackageStatus.State;
import org.spocgateway.portal.Packages;
import org.spocgateway.release.Reason;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.TransferChannel;
import org.spocgateway.terms.TransferId;
import org.springframework.stereotype.Component;

/** How far each transfer went, in the people's words. */
@Component("progress")
public class Progress {
    private final Transfers transfers;
    private final Packages packages;
    private final Parties parties;

    Progress(Transfers transfers, Packages packages, Parties parties) {
        this.transfers = transfers;
        this.packages = packages;
        this.parties = parties;
    }

    /**
     * One transfer as a line of a page.
     *
     * @param state a word for message bundles
     * @param way the transfer channel's word; empty when none is decided
     * @param trouble what went wrong, for the page to say with what to do about it
     * @param openable whether it is a package whose code can be read out
     * @param withdrawable whether it can still be taken back, or at least asked back
     */
    public record Line(
            TransferId transfer,
            String name,
            String telephone,
            String state,
            String way,
            String because,
            List<Reason> reasons,
            Optional<WentWrong> trouble,
            boolean openable,
            boolean withdrawable,
            int linkChecks,
            List<AnswerView> answers) {
        /** The colour of the state's tag; the word says the same. */
        public String colour() {
            return switch (state) {
                case "answered", "read", "started", "delivered" -> "green";
                case "refused", "held", "uncertain", "rejected", "frozen", "bounced" -> "red";
                case "approved", "permitted", "attempting", "eod-intent" -> "yellow";
                case "undone", "revoked", "expired" -> "grey";
                default -> "blue";
            };
        }
    }

    /**
     * What went wrong with a transfer.
     *
     * @param word a word for message bundles
     * @param insecure one word on why there was no safe line; empty where the line was not to blame
     */
    public record WentWrong(String word, int attempts, String insecure) {
        static Optional<WentWrong> of(TransferView view) {
            return view.trouble()
                    .map(each -> new WentWrong(
                            each.word(), view.attempts(), view.insecure().orElse("")));
        }
    }

    /** The lines of one request. */
    List<Line> lines(RequestView request) {
        return request.recipients().stream()
                .map(each -> line(
                        each.transfer(),
                        parties.name(each.party(), each.address().value()),
                        transfers.find(each.transfer()),
                        each.answers(),
                        each.withdrawn()))
                .toList();
    }

    /** What left, or may have left, about a case; notices, which say nothing about anybody, are left out. */
    List<Line> alreadyOut(CaseId id) {
        return transfers.alreadyOut(id).stream()
                .filter(each -> each.noticeOf().isEmpty())
                .map(this::line)
                .toList();
    }

    /** Transfers that wait for somebody to decide. */
    List<Line> needSomebody() {
        return transfers.needSomebody().stream().map(this::line).toList();
    }

    /** One transfer, if dispatch has taken it over yet. */
    public Optional<Line> of(TransferId id) {
        return transfers.find(id).map(this::line);
    }

    private Line line(TransferView view) {
        return line(view.id(), parties.name(view.party(), "—"), Optional.of(view), List.of(), false);
    }

    private Line line(
            TransferId id, String name, Optional<TransferView> view, List<AnswerView> answers, boolean withdrawn) {
        Optional<PackageStatus> parcel = view.flatMap(TransferView::transferChannel)
                .filter(TransferChannel.EGRESS_STYLE::equals)
                .flatMap(way -> packages.status(id));
        return new Line(
                id,
                name,
                view.map(TransferView::telephone).orElse(""),
                answers.isEmpty() ? (withdrawn ? "revoked" : state(view, parcel)) : "answered",
                view.flatMap(TransferView::transferChannel)
                        .map(TransferChannel::word)
                        .orElse(""),
                view.map(TransferView::because).orElse(""),
                view.map(TransferView::reasons).orElse(List.of()),
                view.flatMap(WentWrong::of),
                parcel.filter(each -> each.state() == State.LIVE || each.state() == State.READ)
                        .isPresent(),
                !withdrawn
                        && answers.isEmpty()
                        && view.filter(Progress::canBeTakenBack).isPresent(),
                parcel.map(PackageStatus::linkChecks).orElse(0),
                answers);
    }

    private static boolean canBeTakenBack(TransferView view) {
        boolean waits = view.state() == TransferState.APPROVED
                || view.state() == TransferState.PERMITTED
                || view.state() == TransferState.HELD
                || view.state() == TransferState.SENT
                || view.state() == TransferState.UNCERTAIN;
        return view.kind().waitsForGate() && waits;
    }

    /** A package that is out says more than its transfer; a receipt more than "sent". */
    private static String state(Optional<TransferView> view, Optional<PackageStatus> parcel) {
        boolean out = view.filter(each -> each.state() == TransferState.SENT).isPresent();
        if (out && parcel.filter(PackageStatus::started).isPresent()) {
            return "started";
        }
        if (out && parcel.isPresent()) {
            return parcel.get().state().name().toLowerCase(java.util.Locale.ROOT);
        }
        if (out && Set.of("bounced", "delivered").contains(view.get().receipt())) {
            return view.get().receipt();
        }
        return view.map(each -> each.state().word()).orElse("approved");
    }
}
