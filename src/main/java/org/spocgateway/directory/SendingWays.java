package org.spocgateway.directory;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * How each of the three transfer channels is carried (channels.yaml).
 *
 * @param standardHop id of the next hop of standard mail
 * @param noticeHop id of the next hop of notification mails
 * @param profile the profile of secure public-sector mail that is in force
 * @param profiles all of them
 * @param portalForPublicBodies whether a public body outside the family gets a package; otherwise it is refused (R19b)
 * @param portalForForwardedOfficers whether an officer whose mail leaves the council gets a package; otherwise it is refused (R18)
 */
public record SendingWays(
        String standardHop,
        String noticeHop,
        Profile profile,
        List<Profile> profiles,
        boolean portalForPublicBodies,
        boolean portalForForwardedOfficers,
        List<NextHop> nextHops) {
    SendingWays withProfile(Profile other) {
        return new SendingWays(
                standardHop, noticeHop, other, profiles, portalForPublicBodies, portalForForwardedOfficers, nextHops);
    }

    SendingWays withNextHops(UnaryOperator<NextHop> change) {
        return new SendingWays(
                standardHop,
                noticeHop,
                profile,
                profiles,
                portalForPublicBodies,
                portalForForwardedOfficers,
                nextHops.stream().map(change).toList());
    }
}
