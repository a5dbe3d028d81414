package org.spocgateway.transferlog;

import java.util.Set;

/**
 * What must not stand in the log although it is about an organisation and not about a person.
 *
 * @param withheld directory ids and domains of partners whose name itself tells a condition (a clinic, a refuge)
 * @param ourOwn directory ids of our own officers, which may hold a name: all of them are {@code council} to reviewers
 */
public record Discretion(Set<String> withheld, Set<String> ourOwn) {
    /** Everything may stand there. */
    public static final Discretion NONE = new Discretion(Set.of(), Set.of());

    public Discretion {
        withheld = Set.copyOf(withheld);
        ourOwn = Set.copyOf(ourOwn);
    }
}
