package org.spocgateway.work;

import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spocgateway.terms.Step;
import org.springframework.stereotype.Component;

/**
 * The step of page 90: says what a failure means for the row it happened to.
 *
 * <p>What page 90 must look like: one {@code onException} for {@code java.lang.Throwable} with {@code handled} left at false, no
 * redelivery, {@code logExhausted: false} in its redelivery policy, and the single step {@code ref: failures}, {@code method: sort}. The
 * page marks nothing handled, so what {@code sort} leaves on the exchange reaches the walker, which postpones the row (world away; the
 * times are in config) or sets it aside (anything else). Without page 90 the walker sorts by the same rule.
 */
@Step
@Component("failures")
public class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    /** Leaves {@link WorldAway} on the exchange when the world is away, also where a step let a database's own exception through. */
    public void sort(Exchange exchange) {
        var failure = exchange.getProperty(ExchangePropertyKey.EXCEPTION_CAUGHT, Exception.class);
        if (failure == null) {
            return;
        }
        if (Verdict.on(failure) instanceof Verdict.WorkLater later) {
            exchange.setProperty(ExchangePropertyKey.EXCEPTION_CAUGHT, later.why());
            LOG.info("page {}: work later", exchange.getFromRouteId());
            return;
        }
        LOG.info("page {}: to quarantine", exchange.getFromRouteId());
    }
}
