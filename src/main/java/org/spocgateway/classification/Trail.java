package org.spocgateway.classification;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What may be believed of the headers that servers wrote: our own border's results and hop, and nothing below them (RFC 8601 section 5).
 *
 * @param result our border's one result, if it wrote one
 * @param hop the topmost hop that tells how the mail came in: our border's, or where that is missing the topmost of all
 * @param forged whether results in our border's name stand where our border cannot have written them, twice, or against each other
 */
record Trail(Optional<AuthenticationResult> result, Optional<BorderHop> hop, boolean forged) {
    private static final String RESULTS = "authentication-results:";
    private static final String RECEIVED = "received:";

    static Trail of(List<String> trace, List<String> boundaryHosts, List<String> insideHosts) {
        var ours = new ArrayList<AuthenticationResult>();
        var hops = new ArrayList<BorderHop>();
        Optional<BorderHop> border = Optional.empty();
        boolean foreignAbove = false;
        boolean forged = false;
        for (String line : trace) {
            if (line.startsWith(RESULTS)) {
                var result =
                        AuthenticationResult.of(line.substring(RESULTS.length()).strip());
                if (result.saidBy(boundaryHosts)) {
                    forged |= foreignAbove || result.contradicts() || !ours.isEmpty();
                    ours.add(result);
                }
            } else if (line.startsWith(RECEIVED)) {
                var hop = BorderHop.of(line.substring(RECEIVED.length()).strip());
                hops.add(hop);
                border = border.isEmpty() && !foreignAbove && hop.writtenBy(boundaryHosts) ? Optional.of(hop) : border;
                foreignAbove |= !hop.writtenBy(boundaryHosts)
                        && !hop.writtenBy(insideHosts)
                        && hop.by().isPresent();
            }
        }
        return new Trail(
                ours.stream().findFirst(), border.or(() -> hops.stream().findFirst()), forged);
    }
}
