package org.spocgateway.directory;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Where each value of the directory stands, by id and key, such as {@code larkhill-nhs-trust} and {@code kind}. */
public final class Origins {
    private final Map<String, Origin> places = new LinkedHashMap<>();

    Origins() {}

    /** Remembers every key of a block under an id. */
    void note(String id, Block block) {
        places.put(id, block.origin());
        block.keys().forEach(key -> places.put(id + "/" + key, block.at(key)));
    }

    /** Where an entry begins. */
    public Optional<Origin> of(String id) {
        return Optional.ofNullable(places.get(id));
    }

    /** Where a key of an entry stands; where the entry begins when the key is left out. */
    public Optional<Origin> of(String id, String key) {
        return Optional.ofNullable(places.getOrDefault(id + "/" + key, places.get(id)));
    }
}
