package org.spocgateway.wiring;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.ott.GenerateOneTimeTokenRequest;
import org.springframework.security.authentication.ott.OneTimeToken;
import org.springframework.security.authentication.ott.OneTimeTokenAuthenticationToken;
import org.springframework.security.authentication.ott.OneTimeTokenService;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** One-time words as Spring Security's one-time tokens: only {@code gateway user} makes them, never a page. */
@Component
class OneTimeWords implements OneTimeTokenService {
    private static final char BETWEEN = '\n';

    private final Accounts accounts;

    OneTimeWords(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Sign-in name and word, as typed into the form, as one token. */
    static @Nullable Authentication typed(HttpServletRequest request) {
        String name = request.getParameter("name");
        String word = request.getParameter("word");
        if (name == null || word == null) {
            return null;
        }
        return OneTimeTokenAuthenticationToken.unauthenticated(
                name.replace(BETWEEN, ' ') + BETWEEN + word.replace(BETWEEN, ' '));
    }

    @Override
    public OneTimeToken generate(GenerateOneTimeTokenRequest request) {
        throw new UnsupportedOperationException("one-time words are made by the gateway user command only");
    }

    @Override
    public @Nullable OneTimeToken consume(OneTimeTokenAuthenticationToken token) {
        String value = String.valueOf(token.getTokenValue());
        int between = value.indexOf(BETWEEN);
        if (between < 0) {
            return null;
        }
        return accounts.takeWord(value.substring(0, between), value.substring(between + 1))
                .map(account -> new Used(account.id()))
                .orElse(null);
    }

    /** A word that was taken; what it was is forgotten. */
    private record Used(String getUsername) implements OneTimeToken {
        @Override
        public String getTokenValue() {
            return "used";
        }

        @Override
        public Instant getExpiresAt() {
            return Instant.EPOCH;
        }
    }
}
