package org.spocgateway.wiring;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The two files of GOV.UK Frontend that are served, without what its licence keeps for GOV.UK itself: the typeface, the crest and the
 * icons. Everything else in the WebJar is never served ({@code spring.web.resources.add-mappings} is off).
 */
@Controller
public class FrontendFiles {
    private static final String WEBJAR = "/META-INF/resources/webjars/govuk-frontend/5.14.0/dist/govuk/";
    private static final Pattern FONT_FACE = Pattern.compile("@font-face\\s*\\{[^}]*}");
    private static final Pattern TYPEFACE = Pattern.compile("\"?GDS Transport\"?\\s*,\\s*");
    private static final Pattern PICTURE = Pattern.compile("url\\((?!['\"]?data:)[^)]*\\)");
    private static final Pattern SOURCE_MAP = Pattern.compile("(/\\*|//)# sourceMappingURL=.*\\s*$");

    private final ResponseEntity<String> stylesheet;
    private final ResponseEntity<String> script;

    public FrontendFiles() {
        stylesheet = served("text/css", unbranded(packaged("govuk-frontend.min.css")));
        script = served("text/javascript", withoutSourceMap(packaged("govuk-frontend.min.js")));
    }

    @GetMapping("/assets/govuk-frontend.css")
    public ResponseEntity<String> stylesheet() {
        return stylesheet;
    }

    @GetMapping("/assets/govuk-frontend.js")
    public ResponseEntity<String> script() {
        return script;
    }

    static String unbranded(String css) {
        String plain = FONT_FACE.matcher(css).replaceAll("");
        plain = TYPEFACE.matcher(plain).replaceAll("");
        plain = PICTURE.matcher(plain).replaceAll("none");
        return withoutSourceMap(plain);
    }

    private static String withoutSourceMap(String text) {
        return SOURCE_MAP.matcher(text).replaceAll("");
    }

    private static ResponseEntity<String> served(String type, String text) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type + ";charset=UTF-8"))
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)))
                .body(text);
    }

    private static String packaged(String file) {
        try (InputStream in = FrontendFiles.class.getResourceAsStream(WEBJAR + file)) {
            if (in == null) {
                throw new IllegalStateException("GOV.UK Frontend is not on the class path: " + WEBJAR + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
