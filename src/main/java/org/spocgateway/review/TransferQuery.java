package org.spocgateway.review;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spocgateway.transferlog.FactFilter;
import org.springframework.web.util.UriComponentsBuilder;

/** What stands in the filter form, and therefore in the address of the page. */
final class TransferQuery {
    static final List<String> NAMES =
            List.of("from", "to", "direction", "transferChannel", "organisation", "decision", "rule", "tls", "outcome");
    private static final int LONGEST = 100;

    private final Map<String, String> values = new LinkedHashMap<>();
    private final int page;

    private TransferQuery(Map<String, String> parameters) {
        for (String name : NAMES) {
            String value = parameters.getOrDefault(name, "").strip();
            values.put(name, value.length() > LONGEST ? "" : value);
        }
        String typed = parameters.getOrDefault("page", "1");
        page = typed.matches("[1-9]\\d{0,5}") ? Integer.parseInt(typed) : 1;
    }

    /** Reads the parameters of a request; what is not ours is ignored. */
    static TransferQuery of(Map<String, String> parameters) {
        return new TransferQuery(parameters);
    }

    /** From 1. */
    int page() {
        return page;
    }

    /** Every field as it was typed. */
    Map<String, String> values() {
        return values;
    }

    /** Names of the date fields that hold no date. */
    List<String> faults() {
        return List.of("from", "to").stream()
                .filter(name -> !value(name).isEmpty() && day(name).isEmpty())
                .toList();
    }

    /** Both days count, in UTC. */
    FactFilter filter() {
        return new FactFilter(
                day("from").map(TransferQuery::start),
                day("to").map(day -> start(day.plusDays(1))),
                value("direction"),
                value("transferChannel"),
                value("organisation"),
                value("decision"),
                value("rule"),
                value("tls"),
                value("outcome"));
    }

    /** The address of another page, or of a download, with the same filter. */
    String address(String path, String name, Object value) {
        var address = UriComponentsBuilder.fromPath(path);
        values.forEach((each, typed) -> {
            if (!typed.isEmpty()) {
                address.queryParam(each, "{" + each + "}");
            }
        });
        return address.queryParam(name, value).encode().buildAndExpand(values).toUriString();
    }

    private String value(String name) {
        return values.getOrDefault(name, "");
    }

    private Optional<LocalDate> day(String name) {
        try {
            return value(name).isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(value(name)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
