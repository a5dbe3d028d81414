package org.spocgateway.wiring;

import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** Calls a page of routes/ by its route's id; Camel is asked for only when the first row is carried. */
final class PageCall {
    private final ObjectProvider<CamelContext> camel;
    private volatile @Nullable ProducerTemplate template;

    PageCall(ObjectProvider<CamelContext> camel) {
        this.camel = camel;
    }

    /** Runs the page on the calling thread; what it throws comes out as it was thrown, inside Camel's own exception. */
    void call(String route, String id) {
        ProducerTemplate ready = template;
        if (ready == null) {
            ready = camel.getObject().createProducerTemplate();
            template = ready;
        }
        ready.sendBody("direct:" + route, id);
    }
}
