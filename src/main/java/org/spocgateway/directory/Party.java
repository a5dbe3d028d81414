package org.spocgateway.directory;

import java.util.List;
import java.util.Set;
import org.spocgateway.terms.MailAddress;

/** Somebody in the directory: an officer or mailbox of the council, a partner, or a force. */
public sealed interface Party permits Officer, Partner, Force {
    /** The directory id, such as {@code larkhill-nhs-trust}; stands in logs. */
    String id();

    /** What people call it. */
    String name();

    /** Every address that belongs to it. */
    List<MailAddress> addresses();

    /** Telephone number from a source other than its mail. */
    String telephone();

    /** Roles such as {@code health}, {@code education}, {@code housing}, {@code probation}, {@code safeguarding-front-door}, {@code panel}. */
    Set<String> roles();
}
