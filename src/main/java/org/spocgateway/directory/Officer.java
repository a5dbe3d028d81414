package org.spocgateway.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.spocgateway.terms.MailAddress;

/**
 * An officer or a team mailbox inside the council: standard mail is allowed because of this entry, not because of a suffix (R18).
 *
 * @param autoForwards whether mail to it leaves the council by itself; then standard mail is not allowed
 * @param trained when this person was last trained (R28), if it is written down
 */
public record Officer(
        String id,
        String name,
        List<MailAddress> addresses,
        String telephone,
        Set<String> roles,
        boolean autoForwards,
        Optional<LocalDate> trained)
        implements Party {}
