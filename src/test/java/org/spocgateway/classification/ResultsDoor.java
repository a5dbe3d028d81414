package org.spocgateway.classification;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Authentication-Results, for the fuzzer: any text gives a result, and nothing that a sender can put into one is taken for ours. */
public final class ResultsDoor {
    private static final String OURS = "mx.brackenford.gov.uk; spf=fail smtp.mailfrom=";
    private static final List<String> HOSTS = List.of("mx.brackenford.gov.uk");

    private ResultsDoor() {}

    public static void results(byte[] data) {
        String value = new String(data, StandardCharsets.UTF_8);
        passes(value);
        check(!passes(OURS + '"' + value.replaceAll("([\\\\\"])", "\\\\$1") + '"'), "words in quotes were believed");
        check(!passes(OURS + "x (" + value.replaceAll("([\\\\()])", "\\\\$1") + ')'), "a comment was believed");
        check(!passes(OURS + "x ((" + value.replaceAll("[\\\\()]", "") + "))"), "a comment in a comment was believed");
    }

    private static boolean passes(String value) {
        AuthenticationResult result = AuthenticationResult.of(value);
        return result.passesFor("northmere.police.uk") && result.saidBy(HOSTS);
    }

    private static void check(boolean isRight, String wrong) {
        if (!isRight) {
            throw new IllegalStateException(wrong);
        }
    }
}
