package org.spocgateway.intake;

import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.service.ServiceSupport;
import org.springframework.stereotype.Component;

/** Looks, never writes: the accepting transaction is the only writer, so a crash can neither lose nor repeat a message. */
@Component("acceptedMail")
class AcceptedMail extends ServiceSupport implements IdempotentRepository {
    private final InboundRows rows;

    AcceptedMail(InboundRows rows) {
        this.rows = rows;
    }

    @Override
    public boolean add(String key) {
        return !contains(key);
    }

    @Override
    public boolean contains(String key) {
        return Place.of(key).map(rows::exists).orElse(true);
    }

    @Override
    public boolean remove(String key) {
        return true;
    }

    @Override
    public boolean confirm(String key) {
        return true;
    }

    @Override
    public void clear() {
        // nothing is remembered here
    }
}
