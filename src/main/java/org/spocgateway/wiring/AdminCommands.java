package org.spocgateway.wiring;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.spocgateway.casework.ChangedSigners;
import org.spocgateway.casework.YearlyFigures;
import org.spocgateway.casework.YearlyReport;
import org.spocgateway.submission.ApiTokens;
import org.spocgateway.terms.Actor;
import org.spocgateway.transferlog.Direction;
import org.spocgateway.transferlog.Entry;
import org.spocgateway.transferlog.EntryType;
import org.spocgateway.transferlog.Field;
import org.spocgateway.transferlog.TransferLog;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What an administrator may tell a running gateway: accounts, tokens, an export of the log. Every change is an entry of the log. */
@Component
public class AdminCommands {
    /** Between the text of a report and its CSV. */
    public static final String CSV_FOLLOWS = "\f";

    private final Accounts accounts;
    private final ApiTokens tokens;
    private final ChangedSigners signers;
    private final TransferCommands transfers;
    private final CertificateCommands certificates;
    private final YearlyFigures figures;
    private final TransferLog log;
    private final TransactionTemplate transactions;

    AdminCommands(
            Accounts accounts,
            ApiTokens tokens,
            ChangedSigners signers,
            TransferCommands transfers,
            CertificateCommands certificates,
            YearlyFigures figures,
            TransferLog log,
            TransactionTemplate transactions) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.signers = signers;
        this.transfers = transfers;
        this.certificates = certificates;
        this.figures = figures;
        this.log = log;
        this.transactions = transactions;
    }

    /**
     * What came of a command.
     *
     * @param code 0 done, 1 the answer is no, 2 wrong use
     * @param lines for whoever asked, and for nobody else: a one-time word may be among them
     */
    public record Answer(int code, List<String> lines) {
        static Answer no(String sentence) {
            return new Answer(1, List.of(sentence));
        }

        @Override
        public String toString() {
            return "Answer[" + code + "]";
        }
    }

    /** Runs one command, given as its words. */
    public Answer run(List<String> words) {
        String command = words.isEmpty() ? "" : words.get(0);
        List<String> rest = words.subList(Math.min(1, words.size()), words.size());
        return switch (command + " " + rest.size()) {
            case "user-add 3" -> userAdd(rest.get(0), rest.get(1), rest.get(2));
            case "user-word 1" -> word(accounts.newWord(rest.get(0)));
            case "user-close 1" -> closed(rest.get(0));
            case "token-add 1" -> tokenAdd(rest.get(0));
            case "token-revoke 1" -> tokenRevoke(rest.get(0));
            case "signer-list 0" -> new Answer(0, signers());
            case "signer-withdraw 1" -> signerWithdraw(rest.get(0));
            case "kept-apart 0" -> new Answer(0, accounts.notKeptApart());
            case "certificate-list 0" -> certificates.list();
            case "certificate-show 1" -> certificates.show(rest.get(0));
            case "report-yearly 2" -> yearly(rest.get(0), rest.get(1));
            case "explain-transfer 2" ->
                transfers.explain(rest.get(0), rest.get(1).equals("json"));
            case "rehearse 3" ->
                rehearse(Path.of(rest.get(0)), Path.of(rest.get(1)), rest.get(2).equals("json"));
            default -> new Answer(2, List.of("This gateway does not know the command; are both of one version?"));
        };
    }

    /** Writes the export of the transfer log. */
    public void export(OutputStream out) throws IOException {
        log.export(out);
    }

    private Answer userAdd(String signIn, String name, String role) {
        Optional<Actor.Role> known = List.of(Actor.Role.values()).stream()
                .filter(each -> each.name().equals(role.toUpperCase(Locale.ROOT)))
                .findFirst();
        if (known.isEmpty()) {
            return Answer.no("A role is officer, reviewer or administrator.");
        }
        Added added = accounts.add(signIn, name, known.get());
        return added instanceof Added.Made made
                ? word(Optional.of(made))
                : Answer.no(((Added.NotMade) added).sentence());
    }

    private static Answer word(Optional<Added.Made> made) {
        return made.map(each -> new Answer(
                        0,
                        List.of(
                                "Account " + each.account().id()
                                        + ". Give this one-time word by hand or telephone; it lives for "
                                        + Accounts.WORD_LIVES.toHours() + " hours and is shown once:",
                                each.word(),
                                "to be typed at " + each.link())))
                .orElseGet(AdminCommands::nobody);
    }

    private Answer closed(String signIn) {
        Optional<Account> account = accounts.bySignIn(signIn);
        if (account.isEmpty() || !accounts.close(signIn)) {
            return nobody();
        }
        tokens.revoke(account.get().id());
        return new Answer(
                0,
                List.of("Closed, with its passkeys and tokens: " + account.get().id() + "."));
    }

    private Answer tokenAdd(String signIn) {
        Optional<Account> officer = accounts.bySignIn(signIn).filter(each -> each.role() == Actor.Role.OFFICER);
        return officer.map(each -> new Answer(
                        0,
                        List.of(
                                "A token for the requests API in the name of " + each.id() + ", shown once:",
                                tokens.add(each.id()))))
                .orElseGet(() -> Answer.no("There is no officer of that sign-in name; only an officer asks partners."));
    }

    private Answer tokenRevoke(String signIn) {
        return accounts.bySignIn(signIn)
                .map(each -> new Answer(0, List.of("Tokens revoked: " + tokens.revoke(each.id()) + ".")))
                .orElseGet(AdminCommands::nobody);
    }

    private List<String> signers() {
        List<String> lines = signers.all().stream()
                .map(each -> each.thumbprint() + "  approved " + each.at() + " by " + each.by())
                .toList();
        return lines.isEmpty() ? List.of("No certificate was approved beside those of the directory.") : lines;
    }

    private Answer signerWithdraw(String fingerprint) {
        String tidy = fingerprint.replaceAll("[^0-9A-Fa-f]", "").toLowerCase(Locale.ROOT);
        return signers.withdraw(tidy, Actor.system())
                ? new Answer(0, List.of("Withdrawn: mail with this certificate is not verified any more."))
                : Answer.no("No approved certificate has this fingerprint.");
    }

    /** The text, a line that no text has, and the CSV (R26, R27). */
    private Answer yearly(String year, String audience) {
        if (!year.matches("20\\d{2}") || !List.of("leadership", "partnership").contains(audience)) {
            return new Answer(2, List.of("A year such as 2026, and leadership or partnership."));
        }
        YearlyReport report = figures.make(Integer.parseInt(year), audience);
        var lines = new ArrayList<>(report.text());
        lines.add(CSV_FOLLOWS);
        lines.addAll(report.csv());
        return new Answer(0, lines);
    }

    /** Changes nothing; that it was held is an entry of the log. */
    private Answer rehearse(Path config, Path certs, boolean json) {
        TransferCommands.Rehearsed held = transfers.rehearse(config, certs, json);
        if (!held.rules().isEmpty() && log.mayAct()) {
            transactions.executeWithoutResult(status -> log.append(Entry.of(EntryType.ADMIN_CONFIG, Direction.INTERNAL)
                    .with(Field.KIND, "rehearsal")
                    .with(Field.RULE_SET_HASH, held.rules())
                    .with(Field.DIRECTORY_HASH, held.directory())
                    .with(Field.COUNT, held.differences())));
        }
        return held.answer();
    }

    private static Answer nobody() {
        return Answer.no("There is no account of that sign-in name.");
    }
}
