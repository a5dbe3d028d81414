package org.spocgateway.directory;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.spocgateway.terms.Fingerprint;

/** The files that a directory was read from, by name, and one hash over names, lengths and exact bytes of them all. */
record Snapshot(String hash, Map<String, byte[]> files) {
    static Snapshot of(Map<String, byte[]> files) {
        var sorted = new TreeMap<>(files);
        var all = new ByteArrayOutputStream();
        sorted.forEach((name, bytes) -> {
            all.writeBytes((name + "\n" + bytes.length + "\n").getBytes(StandardCharsets.UTF_8));
            all.writeBytes(bytes);
        });
        return new Snapshot(Fingerprint.of(all.toByteArray()).hex(), Collections.unmodifiableMap(sorted));
    }
}
