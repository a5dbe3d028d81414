package org.spocgateway.review;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.spocgateway.transferlog.TransferFacts;
import org.spocgateway.transferlog.TransferFacts.Choice;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Transfers with filters, and what is on the screen as CSV and as JSON lines (ux 2.2, screen I). */
@Controller
class TransfersPage {
    private static final String PATH = "/review/transfers";

    private final Transfers transfers;
    private final TransferFacts facts;
    private final Organisations organisations;
    private final Download download;
    private final MessageSource messages;
    private final Clock clock;

    TransfersPage(
            Transfers transfers,
            TransferFacts facts,
            Organisations organisations,
            Download download,
            MessageSource messages,
            Clock clock) {
        this.transfers = transfers;
        this.facts = facts;
        this.organisations = organisations;
        this.download = download;
        this.messages = messages;
        this.clock = clock;
    }

    /** One fault of the form. */
    record Problem(String field, String message) {}

    /** One entry of a drop-down list. */
    record Offer(String value, String text) {}

    /** Addresses that lead on from here; empty where there is nothing to lead to. */
    record Links(String previous, String next, String csv, String jsonLines, String allCsv, String allJsonLines) {}

    @GetMapping(PATH)
    String show(@RequestParam Map<String, String> parameters, Model model, Locale locale) {
        var query = TransferQuery.of(parameters);
        long count = transfers.count(query);
        model.addAttribute("problems", problems(query, locale));
        model.addAttribute("typed", query.values());
        model.addAttribute("organisations", organisations());
        model.addAttribute("tlsVersions", facts.choices(Choice.TLS_VERSION));
        model.addAttribute("outcomes", facts.choices(Choice.OUTCOME));
        model.addAttribute("columns", Column.values());
        model.addAttribute("rows", transfers.page(query));
        model.addAttribute("count", count);
        model.addAttribute("first", Math.min(count, (query.page() - 1L) * Transfers.PAGE + 1));
        model.addAttribute("last", Math.min(count, (long) query.page() * Transfers.PAGE));
        model.addAttribute("links", links(query, count));
        return "review/transfers";
    }

    @GetMapping(PATH + ".csv")
    ResponseEntity<byte[]> csv(@RequestParam Map<String, String> parameters) throws IOException {
        return attachment("csv", "text/csv;charset=UTF-8", download.csv(rows(parameters)));
    }

    @GetMapping(PATH + ".jsonl")
    ResponseEntity<byte[]> jsonLines(@RequestParam Map<String, String> parameters) {
        return attachment("jsonl", "application/jsonl;charset=UTF-8", download.jsonLines(rows(parameters)));
    }

    private List<Row> rows(Map<String, String> parameters) {
        var query = TransferQuery.of(parameters);
        return parameters.containsKey("all") ? transfers.all(query) : transfers.page(query);
    }

    private List<Offer> organisations() {
        return facts.choices(Choice.ORGANISATION).stream()
                .map(id -> new Offer(id, organisations.name(id)))
                .toList();
    }

    private List<Problem> problems(TransferQuery query, Locale locale) {
        return query.faults().stream()
                .map(field -> new Problem(field, messages.getMessage("review.filter.noDate", null, locale)))
                .toList();
    }

    private static Links links(TransferQuery query, long count) {
        int page = query.page();
        boolean more = (long) page * Transfers.PAGE < count;
        return new Links(
                page > 1 ? query.address(PATH, "page", page - 1) : "",
                more ? query.address(PATH, "page", page + 1) : "",
                query.address(PATH + ".csv", "page", page),
                query.address(PATH + ".jsonl", "page", page),
                query.address(PATH + ".csv", "all", "yes"),
                query.address(PATH + ".jsonl", "all", "yes"));
    }

    private ResponseEntity<byte[]> attachment(String ending, String type, byte[] bytes) {
        String name = "transfers-" + LocalDate.now(clock) + "." + ending;
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(bytes);
    }
}
