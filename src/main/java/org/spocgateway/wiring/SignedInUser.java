package org.spocgateway.wiring;

import java.util.Collection;
import java.util.List;
import org.spocgateway.terms.Actor;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** An account as Spring Security sees it: a pseudonym and a role; no name, no password. */
record SignedInUser(String id, Actor.Role role) implements UserDetails {
    static SignedInUser of(Account account) {
        return new SignedInUser(account.id(), account.role());
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of(new SimpleGrantedAuthority("ROLE_" + role.name()));
    }

    /** None: nobody signs in with a password here. */
    @Override
    public String getPassword() {
        return "";
    }

    @Override
    public String getUsername() {
        return id;
    }
}
