package org.spocgateway.release;

import java.util.List;
import java.util.Optional;
import org.spocgateway.terms.TransferChannel;

/**
 * A decision as it would be, for people: it permits nothing.
 *
 * @param verdict {@code permitted}, {@code refused} or {@code held}
 * @param because one sentence on why this way; empty when there is none
 * @param reasons every reason against it
 * @param values each value that was looked at, and the file and line (or record) it came from
 */
public record Explanation(
        String verdict,
        Optional<TransferChannel> transferChannel,
        String because,
        List<Reason> reasons,
        List<Value> values) {
    /** A value and its origin, such as {@code kind = PUBLIC_BODY} from {@code directory/partners.yaml:14}. */
    public record Value(String name, String value, String origin) {}
}
