package org.spocgateway.casework;

import java.time.LocalDate;
import java.util.List;
import org.spocgateway.terms.TransferId;

/** An officer gave the partners of a request more time; published in the transaction that says so. */
public record RequestExtended(List<TransferId> transfers, LocalDate replyBy) {}
