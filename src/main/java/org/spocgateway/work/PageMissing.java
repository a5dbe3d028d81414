package org.spocgateway.work;

/** No page of routes/ has the route that a row needs: the row waits for somebody until the page is back. */
public class PageMissing extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Names the route; a route's name is no secret. */
    public PageMissing(String route) {
        super("no page in routes/ has the route '" + route + "'");
    }
}
