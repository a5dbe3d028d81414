package org.spocgateway.casework;

import java.util.Locale;

/** Who has to do the next thing on a case. */
public enum WaitingFor {
    /** An urgent referral without a noted telephone call (R10). */
    CALL,
    /** A referral that has not gone on to Prevent police (R5). */
    FORWARDING,
    /** A police go-ahead that an officer has not confirmed (R2). */
    CONFIRMATION,
    /** Police have not said that information gathering can commence (policy 4.1). */
    POLICE,
    /** Partners who were asked and have not answered (policy 4.4). */
    PARTNERS,
    /** An officer: partners may be asked, or all have answered. */
    OFFICER,
    /** Nobody. */
    NOBODY;

    /** The word for message bundles: {@code call}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
