package org.spocgateway.desk;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;
import org.spocgateway.terms.WrittenDay;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Times as the office reads them: Europe/London. */
@Component("times")
public class Times {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu");
    private static final DateTimeFormatter CLOCK_TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter TYPED_DAY =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter TYPED_TIME =
            DateTimeFormatter.ofPattern("H:mm").withResolverStyle(ResolverStyle.STRICT);

    private final Clock clock;
    private final Words words;

    Times(Clock clock, Words words) {
        this.clock = clock;
        this.words = words;
    }

    /** {@code 24 November 2026, 09:40}. */
    public String moment(Instant at) {
        return MOMENT.withLocale(LocaleContextHolder.getLocale()).format(at.atZone(LONDON));
    }

    /** {@code Tuesday 24 November 2026 at 09:40}. */
    public String longMoment(Instant at) {
        return words.say("desk.dayAt", day(at.atZone(LONDON).toLocalDate()), time(at));
    }

    /** {@code 09:40}. */
    public String time(Instant at) {
        return CLOCK_TIME.format(at.atZone(LONDON));
    }

    /** {@code Tuesday 24 November 2026}. */
    public String day(LocalDate day) {
        return DAY.withLocale(LocaleContextHolder.getLocale()).format(day);
    }

    /** The day of a moment. */
    public String dayOf(Instant at) {
        return day(at.atZone(LONDON).toLocalDate());
    }

    /** {@code just now}, {@code 12 seconds ago}, {@code 3 minutes ago}, or the time. */
    public String ago(Instant at) {
        long seconds = Math.max(0, Duration.between(at, clock.instant()).toSeconds());
        if (seconds < 2) {
            return words.say("desk.ago.now");
        }
        if (seconds < 120) {
            return words.say("desk.ago.seconds", seconds);
        }
        return seconds < 7200 ? words.say("desk.ago.minutes", seconds / 60) : words.say("desk.ago.at", moment(at));
    }

    /** {@code 2 minutes}, or seconds where it is not whole minutes. */
    public String lasts(Duration time) {
        return time.toSeconds() % 60 == 0
                ? words.say("desk.lasts.minutes", time.toMinutes())
                : words.say("desk.lasts.seconds", time.toSeconds());
    }

    /** {@code 9 March 2001} for a fact that is written as a day, {@code 2001-03-09}; any other fact as it is. */
    public String fact(String value) {
        return WrittenDay.inWords(value, LocaleContextHolder.getLocale());
    }

    /** Today in London. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), LONDON);
    }

    /** Whether it has not happened yet. */
    public boolean inFuture(Instant at) {
        return at.isAfter(clock.instant());
    }

    /** A time of today, or of the day given, as typed; empty when it is none. */
    Optional<Instant> typed(String day, String time) {
        try {
            LocalDate on = day.isBlank() ? today() : day(day);
            LocalTime at = LocalTime.parse(time.strip().replace('.', ':'), TYPED_TIME);
            return Optional.of(LocalDateTime.of(on, at).atZone(LONDON).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A day as typed, {@code 1/12/2026} or {@code 2026-12-01}; empty when it is none. */
    static Optional<LocalDate> typedDay(String day) {
        try {
            return Optional.of(day(day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** As an officer would type it: {@code 1/12/2026}. */
    static String toType(LocalDate day) {
        return TYPED_DAY.format(day);
    }

    private static LocalDate day(String typed) {
        String day = typed.strip();
        return day.contains("/") ? LocalDate.parse(day, TYPED_DAY) : LocalDate.parse(day);
    }
}
