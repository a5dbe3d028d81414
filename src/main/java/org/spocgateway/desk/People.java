package org.spocgateway.desk;

import org.spocgateway.terms.Actor;

/** What colleagues call each other; accounts themselves are not the desk's business. */
public interface People {
    /** The name behind a pseudonym; the pseudonym itself when there is none. */
    String name(Actor actor);
}
