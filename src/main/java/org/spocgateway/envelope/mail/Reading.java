package org.spocgateway.envelope.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.spocgateway.envelope.mime.Slice;

/**
 * One reading of one message.
 *
 * <p>Nothing is lost: a multipart that cannot be cut, text before its first and behind its last part, and a file that unpacks to others
 * stay as attachments.
 */
public final class Reading {
    private static final Set<String> TEXTS = Set.of("text/plain", "text/html", "text/enriched", "text/richtext");
    private static final Set<String> TNEF = Set.of("application/ms-tnef", "application/vnd.ms-tnef");

    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final Budget budget;
    private final StringBuilder text;
    private final List<Shown.Attached> files;
    private boolean isCut;

    private Reading(Budget budget) {
        this.budget = budget;
        this.text = new StringBuilder();
        this.files = new ArrayList<>();
    }

    /** @throws Costly if it is over a bound */
    public static Shown of(Slice message, Bounds bounds) {
        Piece whole = Piece.of(message.array(), message.from(), message.to(), bounds);
        var reading = new Reading(new Budget(bounds));
        reading.walk(whole, 0);
        return new Shown(whole.fields(), reading.text.toString(), List.copyOf(reading.files), reading.isCut);
    }

    /** Only the header. */
    public static Fields header(byte[] message, Bounds bounds) {
        return Piece.of(message, 0, message.length, bounds).fields();
    }

    private void walk(Piece piece, int depth) {
        budget.part(depth);
        String type = piece.type();
        if (type.startsWith("multipart/")) {
            multipart(piece, type, depth);
        } else if (TNEF.contains(type) || isWinmail(piece)) {
            outlook(piece);
        } else if (isText(piece, type)) {
            add(words(piece, type));
        } else {
            attach(piece, type);
            if (type.equals("text/calendar") && text.toString().isBlank()) {
                add(CalendarText.of(Words.text(piece.decoded(), piece.parameter("charset"))));
            }
        }
    }

    private static boolean isText(Piece piece, String type) {
        return TEXTS.contains(type) && !piece.isAttached() && piece.fileName().isEmpty();
    }

    private static boolean isWinmail(Piece piece) {
        String name = piece.fileName().orElse("").toLowerCase(Locale.ROOT);
        return name.equals("winmail.dat") || name.equals("win.dat");
    }

    private void multipart(Piece piece, String type, int depth) {
        Optional<Split> split = Split.of(piece, budget);
        if (split.isEmpty()) {
            byte[] body = piece.decoded();
            add(Words.text(body, Optional.empty()));
            attach(piece, type);
            return;
        }
        aside(split.get().before());
        if (type.equals("multipart/alternative")) {
            alternative(split.get().parts(), depth);
        } else {
            split.get().parts().forEach(part -> walk(part, depth + 1));
        }
        aside(split.get().after());
    }

    /** What no mail program shows; the sentence for programs without MIME is passed over. */
    private void aside(byte[] words) {
        String said = new String(words, StandardCharsets.ISO_8859_1).strip();
        boolean isUsual = said.isEmpty() || (said.length() < 400 && said.contains("MIME"));
        if (!isUsual) {
            files.add(new Shown.Attached("", "text/plain", Encoded.plain(words)));
        }
    }

    /** Plain text where there is any, else the first form that gives text; attachments inside are kept either way. */
    private void alternative(List<Piece> forms, int depth) {
        String chosen = "";
        for (Piece form : forms) {
            var inner = new Reading(budget);
            inner.walk(form, depth + 1);
            files.addAll(inner.files);
            isCut |= inner.isCut;
            chosen = chosen.isBlank() ? inner.text.toString() : chosen;
        }
        add(chosen);
    }

    private String words(Piece piece, String type) {
        byte[] bytes = piece.decoded();
        boolean hasLegacy =
                piece.parameter("hp-legacy-display").filter("1"::equals).isPresent();
        if (type.equals("text/html")) {
            String html = cut(
                    Words.html(bytes, piece.parameter("charset")),
                    2 * budget.bounds().text());
            return hasLegacy ? HtmlText.without(html, LegacyDisplay.CLASS) : HtmlText.of(html);
        }
        String shown = plain(piece, type, bytes);
        return hasLegacy ? LegacyDisplay.without(shown) : shown;
    }

    private String plain(Piece piece, String type, byte[] bytes) {
        String words = Words.text(bytes, piece.parameter("charset"));
        boolean isFlowed = type.equals("text/plain")
                && piece.parameter("format").filter("flowed"::equalsIgnoreCase).isPresent();
        boolean deletes =
                piece.parameter("delsp").filter("yes"::equalsIgnoreCase).isPresent();
        return isFlowed ? Flowed.text(cut(words, budget.bounds().text()), deletes) : words;
    }

    private void outlook(Piece piece) {
        byte[] bytes = piece.decoded();
        attach(piece, piece.type());
        Optional<Tnef> tnef = Tnef.of(bytes);
        tnef.ifPresent(inside -> {
            add(spaced(text).equals(spaced(inside.text())) ? "" : inside.text());
            for (Tnef.File file : inside.files()) {
                budget.part(0);
                files.add(new Shown.Attached(
                        file.name(), file.type().toLowerCase(Locale.ROOT), Encoded.plain(file.content())));
            }
        });
    }

    private static String spaced(CharSequence words) {
        return SPACE.matcher(words).replaceAll(" ").strip();
    }

    private void attach(Piece piece, String type) {
        files.add(new Shown.Attached(piece.fileName().orElse(""), type, piece.content()));
    }

    private void add(String more) {
        budget.check();
        if (text.length() > 0 && !more.isEmpty() && text.charAt(text.length() - 1) != '\n') {
            text.append('\n');
        }
        text.append(cut(more, budget.bounds().text() - Math.min(budget.bounds().text(), text.length())));
    }

    private String cut(String all, int most) {
        isCut |= all.length() > most;
        return all.length() <= most ? all : all.substring(0, most);
    }
}
