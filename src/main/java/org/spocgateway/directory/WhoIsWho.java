package org.spocgateway.directory;

import java.util.List;
import java.util.stream.Stream;

/**
 * Everybody whom the council knows, and what it agreed with them.
 *
 * @param forces the first is the council's own
 * @param panel seats on the Channel panel (policy 3.1)
 */
record WhoIsWho(
        Council council,
        List<Officer> officers,
        List<Partner> partners,
        List<Force> forces,
        List<Agreement> agreements,
        List<PanelMember> panel) {
    WhoIsWho {
        officers = List.copyOf(officers);
        partners = List.copyOf(partners);
        forces = List.copyOf(forces);
        agreements = List.copyOf(agreements);
        panel = List.copyOf(panel);
    }

    /** Officers, partners, forces. */
    Stream<Party> parties() {
        return Stream.of(officers, partners, forces).flatMap(List::stream);
    }
}
