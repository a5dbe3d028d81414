package org.spocgateway.directory;

import java.util.List;
import java.util.Set;
import org.spocgateway.terms.MailAddress;

/**
 * An officer or a team mailbox inside the council: standard mail is allowed because of this entry, not because of a suffix (R18).
 *
 * @param autoForwards whether mail to it leaves the council by itself; then standard mail is not allowed
 */
public record Officer(
        String id, String name, List<MailAddress> addresses, String telephone, Set<String> roles, boolean autoForwards)
        implements Party {}
