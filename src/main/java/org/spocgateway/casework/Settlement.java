package org.spocgateway.casework;

import java.util.ArrayList;
import java.util.List;
import org.spocgateway.transferlog.Entry;

/** What one transaction tells at its end: first events to listeners, who may lock rows of their own, then log entries, which lock the log's head. */
final class Settlement {
    final List<Object> events = new ArrayList<>();
    final List<Entry> entries = new ArrayList<>();
    private boolean abandoned;

    void publish(Object event) {
        events.add(event);
    }

    void log(Entry entry) {
        entries.add(entry);
    }

    /** Somebody else was here: nothing of this transaction stays. */
    void abandon() {
        abandoned = true;
    }

    boolean isAbandoned() {
        return abandoned;
    }
}
