package org.spocgateway.classification;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.spocgateway.directory.Council;
import org.spocgateway.directory.Directory;
import org.spocgateway.terms.MailAddress;

/** Whom a message was addressed to, in To and Cc. */
enum Reach {
    SPOC,
    COMMUNITY_SAFETY,
    /** Somebody of the council instead of, or as well as, one of its two mailboxes (R8). */
    PERSON,
    /** Somebody of the council, and neither of the two mailboxes. */
    PERSON_ONLY,
    /** Somebody within a known force's domains (R5). */
    POLICE;

    /** The word in classification.yaml. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Set<Reach> of(List<MailAddress> recipients, Directory directory) {
        var found = EnumSet.noneOf(Reach.class);
        recipients.forEach(recipient -> found.addAll(of(recipient, directory)));
        if (found.contains(PERSON) && !found.contains(SPOC) && !found.contains(COMMUNITY_SAFETY)) {
            found.add(PERSON_ONLY);
        }
        return found;
    }

    private static Set<Reach> of(MailAddress recipient, Directory directory) {
        Council council = directory.council();
        if (recipient.equals(council.secureIdentity()) || isMailbox(recipient, council.spocMailbox(), council)) {
            return Set.of(SPOC);
        }
        if (isMailbox(recipient, council.communitySafety(), council)) {
            return Set.of(COMMUNITY_SAFETY);
        }
        if (SenderSide.within(council, recipient)) {
            return Set.of(PERSON);
        }
        return directory.forceOf(recipient).isPresent() ? Set.of(POLICE) : Set.of();
    }

    /** The same mailbox, in whichever of the council's domains it is written to. */
    private static boolean isMailbox(MailAddress recipient, MailAddress mailbox, Council council) {
        return recipient.localPart().equals(mailbox.localPart()) && SenderSide.within(council, recipient);
    }
}
