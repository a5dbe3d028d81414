package org.spocgateway.directory;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The information sharing agreement between force and council (policy 3.4).
 *
 * @param id its number, such as {@code ISA-NMP-LBB-2026}
 * @param signed first day in force
 * @param until last day in force
 * @param override the Head of Community Safety's reason to go on after the last day, if given
 */
public record Agreement(
        String id, String force, LocalDate signed, LocalDate until, String heldBy, Optional<String> override) {
    /** Whether requests may go out on this day. */
    public boolean inForce(LocalDate day) {
        return override.isPresent() || !(day.isBefore(signed) || day.isAfter(until));
    }
}
