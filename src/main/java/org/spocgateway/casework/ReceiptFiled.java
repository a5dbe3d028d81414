package org.spocgateway.casework;

import org.spocgateway.terms.InboundId;

/** A bounce, a delivery notice or an automatic answer was filed; published in the transaction that files it. */
public record ReceiptFiled(InboundId message) {}
