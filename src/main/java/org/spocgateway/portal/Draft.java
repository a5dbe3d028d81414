package org.spocgateway.portal;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who answers and what, before it is sent; sealed while it waits.
 *
 * @param answer a name of {@link AnswerGiven.Answer}; null until chosen
 */
record Draft(
        String name,
        String role,
        @Nullable String answer,
        @Nullable Boolean plan,
        String text) {
    static Draft by(String name, String role) {
        return new Draft(name, role, null, null, "");
    }

    Draft with(AnswerGiven.Answer chosen, boolean planExists, String words) {
        return new Draft(name, role, chosen.name(), planExists, words);
    }

    Optional<AnswerGiven.Answer> chosen() {
        return Optional.ofNullable(answer).map(AnswerGiven.Answer::valueOf);
    }

    boolean planExists() {
        return Boolean.TRUE.equals(plan);
    }

    /** Whether it can be sent. */
    boolean isComplete() {
        return answer != null && plan != null;
    }

    String givenBy() {
        return name + ", " + role;
    }

    @Override
    public String toString() {
        return "Draft[redacted]";
    }
}
