package org.spocgateway.portal;

import java.net.URI;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.spocgateway.portal.Visit.Stage;
import org.spocgateway.vault.Vault;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Stands before every page behind the first button: a visit, at the right stage, of an open package; and a form made by us for this visit. */
final class Guard {
    private static final Map<Stage, URI> PAGES = Map.of(
            Stage.CODE, URI.create("/code"),
            Stage.WHO, URI.create("/who"),
            Stage.READING, URI.create("/request"),
            Stage.DONE, URI.create("/receipt"));

    private final Visiting visiting;
    private final Vault vault;
    private final PortalFrame frame;

    Guard(Visiting visiting, Vault vault, PortalFrame frame) {
        this.visiting = visiting;
        this.vault = vault;
        this.frame = frame;
    }

    /** A page for visits at this stage. */
    interface Page {
        ServerResponse show(ServerRequest request, Visit visit, PackageRow row);
    }

    /** Shows the page, or sends the browser to where its visit is. */
    ServerResponse at(Stage stage, ServerRequest request, Page page) {
        Optional<Visit> visit = VisitCookie.of(request).flatMap(visiting::visit);
        if (visit.isEmpty()) {
            return ended();
        }
        PackageRow row = visiting.row(visit.get().id());
        if (visit.get().stage() != Stage.DONE && !row.state().isOpen()) {
            return closed(row);
        }
        if (visit.get().stage() != stage) {
            return ServerResponse.seeOther(page(visit.get().stage())).build();
        }
        return page.show(request, visit.get(), row);
    }

    /** The same for a form that was sent: it must carry the word that only our own page for this visit has. */
    ServerResponse sent(Stage stage, ServerRequest request, Page page) {
        return at(stage, request, (posted, visit, row) -> {
            byte[] given = posted.param("csrf").orElse("").getBytes(java.nio.charset.StandardCharsets.US_ASCII);
            byte[] right = csrf(visit).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
            return MessageDigest.isEqual(given, right) ? page.show(posted, visit, row) : ended();
        });
    }

    String csrf(Visit visit) {
        String name = HexFormat.of().formatHex(Secrets.hash(visit.token()));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(vault.index("portal-csrf", name));
    }

    static URI page(Stage stage) {
        return PAGES.getOrDefault(stage, URI.create("/"));
    }

    /** Withdrawn, expired, answered by a colleague: says which, never what. */
    ServerResponse closed(PackageRow row) {
        var model = frame.around(row);
        model.put("state", row.state().word());
        row.answeredAt().ifPresent(at -> model.put("answeredAt", frame.moment(at)));
        return ServerResponse.ok().render("portal/closed", model);
    }

    private ServerResponse ended() {
        return ServerResponse.status(HttpStatus.FORBIDDEN).render("portal/ended", frame.bare());
    }
}
