package org.spocgateway.vault;

import java.time.LocalDate;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.InboundId;
import org.spocgateway.terms.TransferId;

/**
 * What a data key belongs to; erasing a holder erases all it holds.
 *
 * @param name {@code message/<id>}, {@code case/<id>}, {@code sent/<id>}, {@code package/<id>}, {@code account} or {@code signer}
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

    /** The content of one message that came in: its own, so that it can go before the case does. */
    public static Holder ofMessage(InboundId id) {
        return new Holder("message/" + id.value());
    }

    /** The content of one mail that goes out. */
    public static Holder ofSent(TransferId id) {
        return new Holder("sent/" + id.value());
    }

    /** One egress-style package. */
    public static Holder ofPackage(TransferId id) {
        return new Holder("package/" + id.value());
    }
}
