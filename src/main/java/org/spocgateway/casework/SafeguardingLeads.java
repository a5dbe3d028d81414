package org.spocgateway.casework;

import java.util.stream.Stream;
import org.spocgateway.directory.Directory;
import org.spocgateway.terms.MailAddress;
import org.springframework.stereotype.Component;

/**
 * Whether the safeguarding lead had a part in a referral (policy 4.1: "via the relevant safeguarding lead", R7): as sender or among
 * the recipients. Without one it goes on all the same, and the case says so.
 */
@Component
class SafeguardingLeads {
    private static final String LEAD = "safeguarding-lead";
    private static final String FRONT_DOOR = "safeguarding-front-door";

    private final Directory directory;

    SafeguardingLeads(Directory directory) {
        this.directory = directory;
    }

    boolean hadPart(Reading reading) {
        return Stream.concat(reading.from().stream(), reading.recipients().stream())
                .anyMatch(this::isLead);
    }

    /** By its role; or a mailbox of somebody in the directory that is named for safeguarding. */
    private boolean isLead(MailAddress address) {
        return directory
                .at(address)
                .filter(party -> party.roles().contains(LEAD)
                        || party.roles().contains(FRONT_DOOR)
                        || address.localPart().contains("safeguarding"))
                .isPresent();
    }
}
