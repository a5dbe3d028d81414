package org.spocgateway.casework;

import java.time.Instant;
import java.util.Optional;
import org.spocgateway.terms.CaseId;

/**
 * What proves that a case was erased.
 *
 * @param text the certificate as JSON: ids, counts, key epoch, what remains
 * @param sha256 of the text; the transfer log holds it
 * @param finalSince since when no key exists any more that would open a backup; empty while the key epoch lasts
 */
public record PurgeCertificate(
        String id, CaseId caseId, Instant purgedAt, String text, String sha256, Optional<Instant> finalSince) {
    @Override
    public String toString() {
        return "PurgeCertificate[" + id + "]";
    }
}
