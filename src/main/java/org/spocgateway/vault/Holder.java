package org.spocgateway.vault;

import java.time.LocalDate;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.TransferId;

/**
 * What a data key belongs to; erasing a holder erases all it holds.
 *
 * @param name {@code unfiled/2026-11-24}, {@code case/<id>}, {@code package/<id>}, {@code account} or {@code signer}
 */
public record Holder(String name) {
    /** Messages of one day that are not on a case yet. */
    public static Holder unfiled(LocalDate day) {
        return new Holder("unfiled/" + day);
    }

    /** Everything about one case. */
    public static Holder of(CaseId id) {
        return new Holder("case/" + id.value());
    }

    /** One egress-style package. */
    public static Holder ofPackage(TransferId id) {
        return new Holder("package/" + id.value());
    }
}
