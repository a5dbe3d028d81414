package org.spocgateway.directory;

/**
 * An address that looks like one of the directory and is not: a forgery, or a slip of the pen.
 *
 * @param resembles the domain it looks like; for a slip before the @, the name of whoever has the address
 * @param way how it differs
 */
public record Lookalike(String resembles, Way way) {
    /** How it differs. */
    public enum Way {
        /** Letters of other alphabets, or of several in one word. */
        OTHER_ALPHABET("letters of another alphabet"),
        /** Letters that look alike: rn for m, 0 for o, 1 for l. */
        ALIKE_LETTERS("letters that look alike"),
        /** The domain stands inside a longer one that belongs to somebody else. */
        INSIDE_ANOTHER("it stands inside another domain"),
        /** Dots or hyphens moved, or one letter more, less, other or swapped. */
        ONE_LETTER("one letter or dot is different"),
        /** The right domain, but the part before the @ is a letter or two off. */
        ONE_LETTER_BEFORE_AT("a letter before the @ is different");

        private final String words;

        Way(String words) {
            this.words = words;
        }

        /** For people. */
        public String words() {
            return words;
        }
    }
}
