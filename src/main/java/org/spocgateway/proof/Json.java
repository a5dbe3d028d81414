package org.spocgateway.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the part of JSON that a leaf may use: objects, lists, strings, whole numbers, booleans, null. */
final class Json {
    private static final int DEEPEST = 8;

    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    /**
     * One object and nothing after it.
     *
     * @throws IllegalArgumentException if the text is anything else
     */
    static Map<String, @Nullable Object> object(String text) {
        var json = new Json(text);
        json.expect('{');
        Map<String, @Nullable Object> object = json.members(0);
        if (json.at != text.length()) {
            throw json.wrong();
        }
        return object;
    }

    private @Nullable Object value(int depth) {
        if (depth > DEEPEST) {
            throw wrong();
        }
        char c = next();
        if (c == '{') {
            return members(depth);
        }
        if (c == '[') {
            return items(depth);
        }
        if (c == '"') {
            return string();
        }
        at--;
        return word();
    }

    private Map<String, @Nullable Object> members(int depth) {
        var members = new TreeMap<String, @Nullable Object>();
        if (took('}')) {
            return members;
        }
        do {
            expect('"');
            String name = string();
            expect(':');
            if (members.containsKey(name)) {
                throw wrong();
            }
            members.put(name, value(depth + 1));
        } while (took(','));
        expect('}');
        return members;
    }

    private List<@Nullable Object> items(int depth) {
        var items = new ArrayList<@Nullable Object>();
        if (took(']')) {
            return items;
        }
        do {
            items.add(value(depth + 1));
        } while (took(','));
        expect(']');
        return items;
    }

    private String string() {
        var string = new StringBuilder();
        for (char c = next(); c != '"'; c = next()) {
            string.append(c == '\\' ? escaped() : c);
        }
        return string.toString();
    }

    private char escaped() {
        char c = next();
        int known = "btnfr\"\\/".indexOf(c);
        if (known >= 0) {
            return "\b\t\n\f\r\"\\/".charAt(known);
        }
        if (c != 'u' || at + 4 > text.length()) {
            throw wrong();
        }
        at += 4;
        return (char) Integer.parseInt(text.substring(at - 4, at), 16);
    }

    private @Nullable Object word() {
        int from = at;
        while (at < text.length() && ",]}".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String word = text.substring(from, at);
        if (word.equals("true") || word.equals("false")) {
            return word.equals("true");
        }
        if (word.matches("0|-?[1-9][0-9]{0,15}")) {
            return Long.valueOf(word);
        }
        if (!word.equals("null")) {
            throw wrong();
        }
        return null;
    }

    private char next() {
        if (at == text.length()) {
            throw wrong();
        }
        return text.charAt(at++);
    }

    private boolean took(char c) {
        boolean there = at < text.length() && text.charAt(at) == c;
        at += there ? 1 : 0;
        return there;
    }

    private void expect(char c) {
        if (!took(c)) {
            throw wrong();
        }
    }

    private IllegalArgumentException wrong() {
        return new IllegalArgumentException("not the JSON of a leaf, at character " + at);
    }
}
