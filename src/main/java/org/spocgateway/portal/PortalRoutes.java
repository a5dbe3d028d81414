package org.spocgateway.portal;

import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RequestPredicates.HEAD;
import static org.springframework.web.servlet.function.RequestPredicates.path;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spocgateway.directory.Directory;
import org.spocgateway.vault.Vault;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** Every address of the portal; there is no other, and none of them is the staff's. */
public final class PortalRoutes {
    private static final Logger LOG = LoggerFactory.getLogger(PortalRoutes.class);

    private PortalRoutes() {}

    /** The routes in the order of the walk. A GET or HEAD changes nothing; it only counts that a link was followed. */
    public static RouterFunction<ServerResponse> of(
            Visiting visiting, Vault vault, Directory directory, MessageSource messages) {
        var frame = new PortalFrame(directory, messages);
        var pages = new PortalPages(visiting, new Guard(visiting, vault, frame), frame);
        var routes = RouterFunctions.route();
        show(routes, "/", pages::front);
        show(routes, "/r/{link:[A-Za-z0-9_-]+}", pages::landing);
        show(routes, "/code", pages::code);
        show(routes, "/who", pages::who);
        show(routes, "/request", pages::request);
        show(routes, "/request/file/{number:[0-9]{1,3}}", pages::file);
        show(routes, "/check", pages::check);
        show(routes, "/receipt", pages::receipt);
        show(routes, "/accessibility", request -> ServerResponse.ok().render("accessibility", frame.bare()));
        return routes.POST("/r/{link:[A-Za-z0-9_-]+}", pages::begin)
                .POST("/code", pages::codeGiven)
                .POST("/who", pages::whoGiven)
                .POST("/request", pages::answersGiven)
                .POST("/check", pages::send)
                .POST("/leave", pages::leave)
                .route(path("/assets/**").negate(), pages::nothing)
                .onError(Throwable.class, (failure, request) -> {
                    // the class only: a message could hold what the partner typed
                    LOG.warn(
                            "a page of the portal failed: {}",
                            failure.getClass().getName());
                    return ServerResponse.status(HttpStatus.INTERNAL_SERVER_ERROR)
                            .render("portal/failed", frame.bare());
                })
                .build();
    }

    private static void show(RouterFunctions.Builder routes, String path, HandlerFunction<ServerResponse> page) {
        routes.route(GET(path).or(HEAD(path)), page);
    }
}
