package org.spocgateway.wiring;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.spocgateway.directory.Directory;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the frame of every page shows: the council, who is signed in, and the menu of their role. */
@ControllerAdvice
class LayoutModel {
    private static final Map<String, String> DESK = ordered(
            "/today", "layout.nav.today",
            "/cases", "layout.nav.cases",
            "/requests", "layout.nav.requests",
            "/panel", "layout.nav.panel",
            "/waiting", "layout.nav.waiting");
    private static final Map<String, String> REVIEW = ordered(
            "/review/overview", "layout.nav.overview",
            "/review/transfers", "layout.nav.transfers",
            "/review/log", "layout.nav.log");

    private final Directory directory;
    private final Accounts accounts;
    private final Map<String, String> names = new ConcurrentHashMap<>();

    LayoutModel(Directory directory, Accounts accounts) {
        this.directory = directory;
        this.accounts = accounts;
    }

    /** Who is signed in. */
    record SignedIn(String name) {
        @Override
        public String toString() {
            return "SignedIn";
        }
    }

    /** One entry of the menu. */
    record Item(String href, String key, boolean current) {}

    @ModelAttribute("council")
    String council() {
        return directory.council().name();
    }

    @ModelAttribute("signedIn")
    @Nullable
    SignedIn signedIn() {
        Authentication who = who();
        return who == null ? null : new SignedIn(name(who.getName()));
    }

    @ModelAttribute("navigation")
    List<Item> navigation(HttpServletRequest request) {
        if (has("ROLE_OFFICER")) {
            return items(DESK, request.getRequestURI());
        }
        return has("ROLE_REVIEWER") ? items(REVIEW, request.getRequestURI()) : List.of();
    }

    private static List<Item> items(Map<String, String> menu, String path) {
        return menu.entrySet().stream()
                .map(each -> new Item(
                        each.getKey(),
                        each.getValue(),
                        path.equals(each.getKey()) || path.startsWith(each.getKey() + "/")))
                .toList();
    }

    /** The name, or the pseudonym while the database is away: an error page must still be shown. */
    private String name(String id) {
        try {
            return names.computeIfAbsent(
                    id, each -> accounts.byId(each).map(Account::name).orElse(each));
        } catch (DataAccessException e) {
            return id;
        }
    }

    private static boolean has(String authority) {
        Authentication who = who();
        return who != null && who.getAuthorities().stream().anyMatch(each -> authority.equals(each.getAuthority()));
    }

    private static @Nullable Authentication who() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        boolean person = who != null
                && who.isAuthenticated()
                && who.getAuthorities().stream()
                        .anyMatch(each -> String.valueOf(each.getAuthority()).startsWith("ROLE_")
                                && !"ROLE_ANONYMOUS".equals(each.getAuthority()));
        return person ? who : null;
    }

    private static Map<String, String> ordered(String... pairs) {
        var map = new java.util.LinkedHashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return java.util.Collections.unmodifiableMap(map);
    }
}
