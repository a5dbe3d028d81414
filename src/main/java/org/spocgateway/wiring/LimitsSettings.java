package org.spocgateway.wiring;

import java.util.ArrayList;
import java.util.List;
import org.spocgateway.envelope.Limits;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is looked at before a message counts as too large: {@code gateway.envelope.limits}.
 *
 * @param megabytes size of a message as it came, and of every layer within; OpenPGP is opened in memory and ends at 50 whatever this says
 * @param depth parts within parts, and layers
 * @param parts parts in all
 * @param ratio how many bytes may come out of a compressed layer for each that went in
 */
public record LimitsSettings(
        @DefaultValue("150") int megabytes,
        @DefaultValue("20") int depth,
        @DefaultValue("500") int parts,
        @DefaultValue("100") int ratio) {
    /** As it is without any setting. */
    public static final LimitsSettings USUAL = new LimitsSettings(150, 20, 500, 100);

    private static final int MEGABYTE = 1_000_000;

    /** A setting with the numbers that make sense for it. */
    public enum Range {
        MEGABYTES("megabytes", 1, 500),
        DEPTH("depth", 3, 20),
        PARTS("parts", 10, 500),
        RATIO("ratio", 10, 1000);

        private final String key;
        private final int from;
        private final int to;

        Range(String key, int from, int to) {
            this.key = key;
            this.from = from;
            this.to = to;
        }

        public String key() {
            return key;
        }

        public int from() {
            return from;
        }

        public int to() {
            return to;
        }

        private List<String> fault(int value) {
            return value >= from && value <= to
                    ? List.of()
                    : List.of("gateway.envelope.limits." + key + ": " + value + " is out of range; write a number from "
                            + from + " to " + to);
        }
    }

    /** @throws KeysRefused if a number is out of its range */
    public Limits limits() {
        List<String> faults = new ArrayList<>();
        faults.addAll(Range.MEGABYTES.fault(megabytes));
        faults.addAll(Range.DEPTH.fault(depth));
        faults.addAll(Range.PARTS.fault(parts));
        faults.addAll(Range.RATIO.fault(ratio));
        if (!faults.isEmpty()) {
            throw new KeysRefused(faults);
        }
        return new Limits((long) megabytes * MEGABYTE, depth, parts, ratio);
    }
}
