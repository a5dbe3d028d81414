package org.spocgateway.wiring;

import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.jspecify.annotations.Nullable;
import org.spocgateway.work.PageMissing;
import org.springframework.beans.factory.ObjectProvider;

/** Calls a page of routes/ by the name of its direct endpoint; Camel is asked for only when the first row is carried. */
final class PageCall {
    private final ObjectProvider<CamelContext> camel;
    private volatile @Nullable ProducerTemplate template;

    PageCall(ObjectProvider<CamelContext> camel) {
        this.camel = camel;
    }

    /**
     * Runs the page on the calling thread; what it throws comes out as it was thrown, inside Camel's own exception.
     *
     * @throws PageMissing when no page has it; Camel alone would let the thread wait half a minute for one to appear
     */
    void call(String route, String id) {
        refuseWithoutPage(route);
        ProducerTemplate ready = template;
        if (ready == null) {
            ready = camel.getObject().createProducerTemplate();
            template = ready;
        }
        ready.sendBody("direct:" + route, id);
    }

    /** While Camel is still starting its pages, waiting for one is right. */
    private void refuseWithoutPage(String route) {
        CamelContext context = camel.getObject();
        boolean there = context.getRoutes().stream()
                .anyMatch(each -> each.getEndpoint().getEndpointUri().equals("direct://" + route));
        if (context.isStarted() && !there) {
            throw new PageMissing(route);
        }
    }
}
