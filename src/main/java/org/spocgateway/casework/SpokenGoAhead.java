package org.spocgateway.casework;

/**
 * Police said on the telephone that information gathering can commence (R2c).
 *
 * @param call the call back, on the directory's number
 * @param restrictions what police asked us not to do; may be empty
 * @param secondPersonFirst true: a second officer confirms before anything opens; false: opens now, and closes again unless police
 *     mail follows within one working day
 */
public record SpokenGoAhead(PhoneCall call, String restrictions, boolean secondPersonFirst) {
    @Override
    public String toString() {
        return "SpokenGoAhead[redacted]";
    }
}
