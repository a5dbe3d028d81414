package org.spocgateway.portal;

import org.spocgateway.directory.Directory;
import org.spocgateway.vault.Vault;
import org.springframework.context.MessageSource;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** Every address of the portal; there is no other, and none of them is the staff's. */
public final class PortalRoutes {
    private PortalRoutes() {}

    /** The routes in the order of the walk. A GET changes nothing. */
    public static RouterFunction<ServerResponse> of(
            Visiting visiting, Vault vault, Directory directory, MessageSource messages) {
        var frame = new PortalFrame(directory, messages);
        var pages = new PortalPages(visiting, new Guard(visiting, vault, frame), frame);
        return RouterFunctions.route()
                .GET("/", pages::front)
                .GET("/r/{link:[A-Za-z0-9_-]+}", pages::landing)
                .POST("/r/{link:[A-Za-z0-9_-]+}", pages::begin)
                .GET("/code", pages::code)
                .POST("/code", pages::codeGiven)
                .GET("/who", pages::who)
                .POST("/who", pages::whoGiven)
                .GET("/request", pages::request)
                .POST("/request", pages::answersGiven)
                .GET("/request/file/{number:[0-9]{1,3}}", pages::file)
                .GET("/check", pages::check)
                .POST("/check", pages::send)
                .GET("/receipt", pages::receipt)
                .POST("/leave", pages::leave)
                .build();
    }
}
