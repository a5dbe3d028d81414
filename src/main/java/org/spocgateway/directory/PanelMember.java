package org.spocgateway.directory;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A seat on the Channel panel (policy 3.1).
 *
 * @param party directory id
 * @param seat what it stands for, such as {@code mental health}
 */
public record PanelMember(String party, String seat, LocalDate from, Optional<LocalDate> until) {
    /** Whether the seat is held on this day. */
    public boolean sitsOn(LocalDate day) {
        return !day.isBefore(from) && until.map(last -> !day.isAfter(last)).orElse(true);
    }
}
