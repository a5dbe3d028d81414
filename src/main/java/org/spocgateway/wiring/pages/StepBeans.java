package org.spocgateway.wiring.pages;

import java.util.Optional;

/** Tells whether a bean's method may be a step. */
@FunctionalInterface
interface StepBeans {
    /** A sentence against it; empty when the bean's class carries {@code @Step} and has exactly one such public method. */
    Optional<String> objection(String bean, String method);
}
