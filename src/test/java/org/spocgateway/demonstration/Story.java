package org.spocgateway.demonstration;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The inputs of the demonstration: one readable file, looked into by name. */
public final class Story {
    private final Map<?, ?> values;

    private Story(Map<?, ?> values) {
        this.values = values;
    }

    /** The story of {@code demonstration/story.yaml}. */
    public static Story load() {
        try (InputStream in = Story.class.getResourceAsStream("/demonstration/story.yaml")) {
            return of(new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A story from text. */
    public static Story of(String yaml) {
        return new Story((Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(yaml));
    }

    /** This story where the other one says nothing, the other one where it does. */
    public Story with(Story other) {
        return new Story(merged(values, other.values));
    }

    private static Map<?, ?> merged(Map<?, ?> under, Map<?, ?> over) {
        var both = new LinkedHashMap<Object, Object>(under);
        over.forEach((name, value) -> {
            Object before = both.get(name);
            both.put(name, before instanceof Map<?, ?> a && value instanceof Map<?, ?> b ? merged(a, b) : value);
        });
        return both;
    }

    public Story part(String name) {
        return new Story((Map<?, ?>) required(name));
    }

    public String text(String name) {
        return String.valueOf(required(name));
    }

    public String text(String name, String otherwise) {
        Object value = values.get(name);
        return value == null ? otherwise : String.valueOf(value);
    }

    public int number(String name) {
        return Integer.parseInt(text(name));
    }

    public boolean flag(String name) {
        return Boolean.parseBoolean(text(name));
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    public List<String> list(String name) {
        return ((List<?>) required(name)).stream().map(String::valueOf).toList();
    }

    public List<String> names() {
        return values.keySet().stream().map(String::valueOf).toList();
    }

    private Object required(String name) {
        Object value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("the story says nothing about '" + name + "'");
        }
        return value;
    }
}
