package org.spocgateway.wiring;

/** What came of adding an account. */
public sealed interface Added {
    /**
     * It was made.
     *
     * @param word the one-time word; shown once, kept nowhere
     * @param link where to type it
     */
    record Made(Account account, String word, String link) implements Added {
        @Override
        public String toString() {
            return "Made[" + account.id() + "]";
        }
    }

    /**
     * It was not made.
     *
     * @param sentence plain words; no name stands in them
     */
    record NotMade(String sentence) implements Added {}
}
