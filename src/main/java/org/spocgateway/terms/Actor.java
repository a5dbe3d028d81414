package org.spocgateway.terms;

import java.util.regex.Pattern;

/**
 * Who did something: the gateway itself, a person with an account, or a partner behind a portal code.
 *
 * @param role the gateway, an officer, a reviewer, an administrator or a partner
 * @param ref a stable pseudonym (account id or partner id), never a name
 */
public record Actor(Role role, String ref) {
    private static final Pattern REF = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    /** In what capacity. */
    public enum Role {
        SYSTEM,
        OFFICER,
        REVIEWER,
        ADMINISTRATOR,
        PARTNER
    }

    public Actor {
        if (!REF.matcher(ref).matches()) {
            throw new IllegalArgumentException("not an actor's pseudonym");
        }
    }

    /** The gateway by itself. */
    public static Actor system() {
        return new Actor(Role.SYSTEM, "gateway");
    }

    /** An officer by account id. */
    public static Actor officer(String accountId) {
        return new Actor(Role.OFFICER, accountId);
    }
}
