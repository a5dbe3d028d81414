package org.spocgateway.envelope.cms;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Keeps the thousand entries that were used last. */
public final class Newest<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1L;
    private static final int KEPT_MOST = 1000;

    private Newest() {
        super(16, 0.75f, true);
    }

    /** A map for any number of threads. */
    public static <K, V> Map<K, V> map() {
        return Collections.synchronizedMap(new Newest<>());
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > KEPT_MOST;
    }
}
