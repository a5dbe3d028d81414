package org.spocgateway.scanner;

/** What a scanner said of one content. */
public sealed interface Scan permits Scan.Clean, Scan.Infected, Scan.TooLarge {
    /** Nothing is known against it. */
    record Clean() implements Scan {}

    /**
     * It is known to be malicious.
     *
     * @param name of the signature that matched: at most 80 letters, digits and {@code . _ -}
     */
    record Infected(String name) implements Scan {}

    /** It is larger than the scanner takes, so nobody knows. */
    record TooLarge() implements Scan {}
}
