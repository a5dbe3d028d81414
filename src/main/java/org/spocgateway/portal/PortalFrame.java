package org.spocgateway.portal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.spocgateway.directory.Council;
import org.spocgateway.directory.Directory;
import org.spocgateway.directory.Party;
import org.spocgateway.terms.WrittenDay;
import org.springframework.context.MessageSource;

/** What every page of the portal shows: council, telephone, reference, dates as people write them. */
final class PortalFrame {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.UK);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);

    private final Directory directory;
    private final MessageSource messages;

    PortalFrame(Directory directory, MessageSource messages) {
        this.directory = directory;
        this.messages = messages;
    }

    /** Before a package is known. */
    Map<String, Object> bare() {
        Council council = directory.council();
        var model = new HashMap<String, Object>();
        model.put("council", council.name());
        model.put("telephone", council.telephone());
        model.put("domain", council.domains().get(0));
        return model;
    }

    /** Around a package; nothing about the person. */
    Map<String, Object> around(PackageRow row) {
        var model = bare();
        model.put(
                "organisation",
                directory.byId(row.organisation()).map(Party::name).orElse(row.organisation()));
        model.put("reference", row.reference().value());
        model.put("replyBy", day(row.replyBy()));
        return model;
    }

    /** Facts about the person under the labels of config/questions.yaml. */
    Map<String, String> labelled(Map<String, String> fields) {
        var labelled = new java.util.LinkedHashMap<String, String>();
        fields.forEach((id, value) -> labelled.put(
                directory.fields().stream()
                        .filter(field -> field.id().equals(id))
                        .findFirst()
                        .map(field -> field.label())
                        .orElse(id),
                WrittenDay.inWords(value, Locale.UK)));
        return labelled;
    }

    List<Problem> problem(String field, String key, Object... arguments) {
        return List.of(new Problem(field, words(key, arguments)));
    }

    String words(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.UK);
    }

    String day(LocalDate day) {
        return DAY.format(day);
    }

    String moment(Instant at) {
        return MOMENT.format(at.atZone(LONDON));
    }

    /** Rounded up to the next minute, so that trying then does not come too early. */
    String clock(Instant at) {
        return CLOCK.format(at.plusSeconds(59).atZone(LONDON));
    }
}
