package org.spocgateway.casework;

import org.spocgateway.terms.TransferId;

/** A partner who was asked has not answered yet; published under the lock of the case's open gate. */
public record ReminderDue(TransferId transfer) {}
