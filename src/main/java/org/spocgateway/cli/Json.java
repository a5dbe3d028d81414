package org.spocgateway.cli;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON for {@code --json}. */
final class Json {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static final JsonMapper LINES = JsonMapper.builder().build();

    private Json() {}

    /** One object on one line (JSON Lines). */
    static String line(Object value) {
        return LINES.writeValueAsString(value);
    }

    static String pretty(Object value) {
        return MAPPER.writeValueAsString(value);
    }
}
