package org.spocgateway.classification;

import java.util.List;

/**
 * How safely a message arrived, and why.
 *
 * @param reasons words such as {@code dmarc-pass}, each the name of one observation
 */
record Arrival(ArrivalGrade grade, List<String> reasons) {
    List<Evidence> evidence() {
        return reasons.stream()
                .map(reason -> new Evidence("arrival-" + reason, "header", -1, -1))
                .toList();
    }
}
