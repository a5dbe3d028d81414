package org.spocgateway.cli;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.spocgateway.directory.Directory;
import org.spocgateway.directory.Profile;

/**
 * Under which profile of channels.yaml an old mail is judged: the one that stood on the day it arrived.
 *
 * <p>The day is that of the topmost {@code Received} line, which the last server wrote, else of {@code Date}. Only for trials over files: the
 * server knows when a mail arrived and uses the profile in force.
 */
final class ProfileOfDay {
    private static final Pattern HEADER_END = Pattern.compile("\\r?\\n\\r?\\n");
    private static final Pattern RECEIVED = Pattern.compile("(?im)^received:(.*(?:\\r?\\n[ \\t].*)*)");
    private static final Pattern DATE = Pattern.compile("(?im)^date:(.*)");
    private static final Pattern MOMENT = Pattern.compile(
            "(?:[A-Z][a-z]{2}, )?\\d{1,2} [A-Z][a-z]{2} \\d{4} \\d{2}:\\d{2}(?::\\d{2})? (?:[+-]\\d{4}|GMT)");

    private final Directory directory;
    private final Map<String, Directory> byProfile = new HashMap<>();

    /** @param always the id of the profile for every mail, if one was asked for */
    ProfileOfDay(Directory directory, Optional<String> always) {
        List<Profile> profiles = directory.ways().profiles();
        this.directory = always.map(id -> profiles.stream()
                        .filter(each -> each.id().equals(id))
                        .findFirst()
                        .map(directory::withProfile)
                        .orElseThrow(() -> new MailSources.Unusable("'" + id + "' is no profile of channels.yaml.")))
                .orElse(directory);
        if (always.isEmpty()) {
            profiles.forEach(each -> byProfile.put(each.id(), directory.withProfile(each)));
        }
    }

    Directory of(byte[] mail) {
        return day(mail)
                .flatMap(day -> directory.ways().profiles().stream()
                        .filter(each -> !day.isBefore(each.from())
                                && each.until().filter(day::isAfter).isEmpty())
                        .findFirst())
                .flatMap(profile -> Optional.ofNullable(byProfile.get(profile.id())))
                .orElse(directory);
    }

    private static Optional<LocalDate> day(byte[] mail) {
        String all = new String(mail, 0, Math.min(mail.length, 65_536), StandardCharsets.ISO_8859_1);
        Matcher end = HEADER_END.matcher(all);
        String header = end.find() ? all.substring(0, end.start()) : all;
        return first(RECEIVED, header).or(() -> first(DATE, header));
    }

    private static Optional<LocalDate> first(Pattern pattern, String header) {
        Matcher line = pattern.matcher(header);
        Matcher moment = MOMENT.matcher(line.find() ? line.group(1).replaceAll("\\s+", " ") : "");
        if (!moment.find()) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(moment.group(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toLocalDate());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
