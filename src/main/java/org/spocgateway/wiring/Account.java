package org.spocgateway.wiring;

import org.spocgateway.terms.Actor;

/**
 * Somebody who may sign in.
 *
 * @param id the pseudonym that stands in logs, such as {@code officer-7}
 * @param name what colleagues call them; never logged
 * @param signIn what they type, such as {@code jo.pendry}; never logged
 */
public record Account(String id, Actor.Role role, String name, String signIn) {
    /** Who acts. */
    public Actor actor() {
        return new Actor(role, id);
    }

    @Override
    public String toString() {
        return "Account[" + id + "]";
    }
}
