package org.spocgateway.casework;

import java.time.Instant;

/**
 * A telephone call with police.
 *
 * @param caller who spoke for police
 * @param collarNumber collar number or role
 * @param number the number that was rung or that rang; must be the directory's
 */
public record PhoneCall(String caller, String collarNumber, Instant at, String number) {
    @Override
    public String toString() {
        return "PhoneCall[redacted]";
    }
}
