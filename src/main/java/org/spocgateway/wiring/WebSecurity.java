package org.spocgateway.wiring;

import jakarta.servlet.DispatcherType;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.ForwardAuthenticationFailureHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.management.JdbcPublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.JdbcUserCredentialRepository;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;

/** Who may open which page of desk and review, how they sign in, and what every answer carries. */
@Configuration(proxyBeanMethods = false)
class WebSecurity {
    /** The one script that stands in a page: it tells the stylesheet that scripts run. */
    static final String SNIPPET = "'sha256-GUQ5ad8JK5KmEWmROf3LZd9ge94daqNvd8xy9YS1iDw='";

    static final String CONTENT_SECURITY_POLICY = "default-src 'self'; script-src 'self' " + SNIPPET
            + "; base-uri 'none'; object-src 'none'; form-action 'self'; frame-ancestors 'none'";

    /** Last of all chains: what portal, API and monitoring have not taken is a page of ours. */
    @Bean
    @Order(1000)
    SecurityFilterChain pages(HttpSecurity http, Accounts accounts, OneTimeWords words) throws Exception {
        return http.authorizeHttpRequests(pages -> pages.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers("/webjars/**", "/default-ui.css")
                        .denyAll()
                        .requestMatchers("/assets/**", "/error", "/accessibility", "/sign-in", "/sign-in/again")
                        .permitAll()
                        .requestMatchers("/actuator/health")
                        .permitAll()
                        .requestMatchers("/", "/passkey", "/webauthn/register", "/webauthn/register/**")
                        .authenticated()
                        .requestMatchers("/review", "/review/**")
                        .hasRole("REVIEWER")
                        .anyRequest()
                        .hasRole("OFFICER"))
                .oneTimeTokenLogin(word -> word.tokenService(words)
                        .loginPage("/sign-in")
                        .loginProcessingUrl("/sign-in")
                        .authenticationConverter(OneTimeWords::typed)
                        .generateRequestResolver(request -> null)
                        .tokenGenerationSuccessHandler((request, response, token) -> response.sendError(404))
                        .showDefaultSubmitPage(false)
                        .authenticationSuccessHandler(afterWord(accounts))
                        .authenticationFailureHandler(new ForwardAuthenticationFailureHandler("/sign-in/again")))
                .webAuthn(passkey -> passkey.disableDefaultRegistrationPage(true))
                .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?out"))
                .exceptionHandling(denied -> denied.accessDeniedHandler(noted(accounts)))
                .headers(WebSecurity::headers)
                .addFilterBefore(new OpenAccountsOnly(accounts), AnonymousAuthenticationFilter.class)
                .csrf(Customizer.withDefaults())
                .build();
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny);
    }

    /** The first sign-in leads to registering a passkey. */
    private static AuthenticationSuccessHandler afterWord(Accounts accounts) {
        var onward = new SavedRequestAwareAuthenticationSuccessHandler();
        return (request, response, authentication) -> {
            if (accounts.hasPasskey(authentication.getName())) {
                onward.onAuthenticationSuccess(request, response, authentication);
            } else {
                response.sendRedirect(request.getContextPath() + "/passkey");
            }
        };
    }

    private static AccessDeniedHandler noted(Accounts accounts) {
        var refuse = new AccessDeniedHandlerImpl();
        return (request, response, denied) -> {
            Authentication who = SecurityContextHolder.getContext().getAuthentication();
            accounts.noteDenied(
                    Optional.ofNullable(who).map(Authentication::getName).flatMap(accounts::byId));
            refuse.handle(request, response, denied);
        };
    }

    /** Only accounts in the database: there is no default user and no password. */
    @Bean
    UserDetailsService users(Accounts accounts) {
        return id -> accounts.byId(id)
                .map(SignedInUser::of)
                .orElseThrow(() -> new UsernameNotFoundException("no such account"));
    }

    @Bean
    PublicKeyCredentialUserEntityRepository passkeyOwners(JdbcOperations db) {
        return new JdbcPublicKeyCredentialUserEntityRepository(db);
    }

    @Bean
    UserCredentialRepository passkeyRecords(JdbcOperations db) {
        return new JdbcUserCredentialRepository(db);
    }

    /** Passkeys are bound to the host of {@code gateway.desk.origin} and always ask for the person (PIN, finger, face). */
    @Bean
    WebAuthnRelyingPartyOperations passkeys(
            PublicKeyCredentialUserEntityRepository owners,
            UserCredentialRepository records,
            Accounts accounts,
            @Value("${gateway.desk.origin:https://localhost:8443}") URI origin) {
        var party = PublicKeyCredentialRpEntity.builder()
                .id(origin.getHost())
                .name("Secure referrals")
                .build();
        var passkeys = new Webauthn4JRelyingPartyOperations(owners, records, party, Set.of(origin.toString()));
        passkeys.setCustomizeRequestOptions(options -> options.userVerification(UserVerificationRequirement.REQUIRED));
        return new LoggedPasskeys(passkeys, accounts);
    }
}
