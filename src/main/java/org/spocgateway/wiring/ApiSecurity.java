package org.spocgateway.wiring;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.spocgateway.submission.ApiTokens;
import org.spocgateway.terms.Actor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.web.filter.OncePerRequestFilter;

/** The requests API: a bearer token in every call, no session and no cookie, so nothing that a browser could be tricked into sending. */
@Configuration(proxyBeanMethods = false)
class ApiSecurity {
    @Bean
    @Order(10)
    SecurityFilterChain api(HttpSecurity http, ApiTokens tokens, Accounts accounts) throws Exception {
        return http.securityMatcher("/api/**")
                .authorizeHttpRequests(calls -> calls.requestMatchers("/api/v1", "/api/v1/openapi.yaml")
                        .permitAll()
                        .anyRequest()
                        .hasRole("OFFICER"))
                .addFilterBefore(new BearerToken(tokens, accounts), UsernamePasswordAuthenticationFilter.class)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.ignoringRequestMatchers("/api/**"))
                .exceptionHandling(
                        denied -> denied.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED)))
                .build();
    }

    /** Reads {@code Authorization: Bearer …} (RFC 6750 section 2.1). */
    private static final class BearerToken extends OncePerRequestFilter {
        private static final String PREFIX = "Bearer ";

        private final ApiTokens tokens;
        private final Accounts accounts;

        BearerToken(ApiTokens tokens, Accounts accounts) {
            this.tokens = tokens;
            this.accounts = accounts;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            String header = request.getHeader(HttpHeaders.AUTHORIZATION);
            if (header != null && header.startsWith(PREFIX)) {
                tokens.accountOf(header.substring(PREFIX.length()))
                        .flatMap(accounts::byId)
                        .filter(account -> account.role() == Actor.Role.OFFICER)
                        .ifPresent(account -> SecurityContextHolder.getContext()
                                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                                        account.id(), null, AuthorityUtils.createAuthorityList("ROLE_OFFICER"))));
            }
            chain.doFilter(request, response);
        }
    }
}
