package org.spocgateway.portal;

import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.function.ServerRequest;

/** The portal's own cookie, which the desk does not know: never sent in clear, never readable by scripts, never from another site. */
final class VisitCookie {
    static final String NAME = "__Host-portal";

    private VisitCookie() {}

    static Optional<String> of(ServerRequest request) {
        return Optional.ofNullable(request.cookies().getFirst(NAME)).map(jakarta.servlet.http.Cookie::getValue);
    }

    static void set(HttpHeaders headers, String token) {
        headers.add(HttpHeaders.SET_COOKIE, cookie(token, -1));
    }

    static void drop(HttpHeaders headers) {
        headers.add(HttpHeaders.SET_COOKIE, cookie("", 0));
    }

    private static String cookie(String value, long seconds) {
        return ResponseCookie.from(NAME, value)
                .httpOnly(true)
                .secure(true)
                .sameSite("Strict")
                .path("/")
                .maxAge(seconds)
                .build()
                .toString();
    }
}
