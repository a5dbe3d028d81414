package org.spocgateway.directory;

import java.util.List;
import org.spocgateway.terms.MailAddress;

/**
 * The council whose gateway this is.
 *
 * @param spocMailbox the single point of contact (policy 4.3)
 * @param communitySafety the mailbox staff write to (policy 4.1)
 * @param secureIdentity the From of secure mail to public bodies (R9, R19)
 * @param telephone the number printed in notices
 * @param boundaryHost our own border's name in {@code Authentication-Results} (authserv-id) and {@code Received}
 */
public record Council(
        String name,
        List<String> domains,
        MailAddress spocMailbox,
        MailAddress communitySafety,
        MailAddress secureIdentity,
        String telephone,
        List<String> boundaryHosts) {}
