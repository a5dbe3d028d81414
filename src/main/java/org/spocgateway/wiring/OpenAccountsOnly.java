package org.spocgateway.wiring;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends the session of somebody whose account was closed, at the next thing they ask for. The database is asked every time, so it holds on
 * every node and for a session that began before.
 */
final class OpenAccountsOnly extends OncePerRequestFilter {
    private final Accounts accounts;
    private final SecurityContextLogoutHandler end = new SecurityContextLogoutHandler();

    OpenAccountsOnly(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith(request.getContextPath() + "/assets/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (who != null && who.isAuthenticated() && !accounts.isOpen(who.getName())) {
            end.logout(request, response, who);
        }
        chain.doFilter(request, response);
    }
}
