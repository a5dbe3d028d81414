package org.spocgateway.proof;

/** What came of verifying an export. */
public sealed interface Verdict {
    /** 0 verified, 1 altered, 2 not understood. */
    int exitCode();

    /** The verdict for people. */
    String sentence();

    /**
     * Every check passed.
     *
     * @param keyFromElsewhere whether the key came by another way than the export; without it the export only agrees with itself
     * @param lastCheckpoint the newest checkpoint: keep it, and give it to the next verification
     */
    record Verified(long entries, int checkpoints, int shards, boolean keyFromElsewhere, String lastCheckpoint)
            implements Verdict {
        @Override
        public int exitCode() {
            return 0;
        }

        @Override
        public String sentence() {
            String key = keyFromElsewhere
                    ? "signed with the key you gave"
                    : "signed with the key in the export itself: compare it with the one you were given";
            return "Verified: %d entries in %d calendar year(s), %d checkpoints, %s."
                    .formatted(entries, shards, checkpoints, key);
        }
    }

    /**
     * Something is not as it was written.
     *
     * @param seq position of the first bad entry in its shard, or −1 when the fault is not in an entry
     */
    record Altered(String shard, long seq, String what) implements Verdict {
        static Altered outside(String what) {
            return new Altered("", -1, what);
        }

        @Override
        public int exitCode() {
            return 1;
        }

        @Override
        public String sentence() {
            return seq < 0 ? "ALTERED: " + what : "ALTERED at entry %d of %s: %s".formatted(seq, shard, what);
        }
    }

    /** The export may be in order, but this program cannot tell. */
    record NotUnderstood(String what) implements Verdict {
        @Override
        public int exitCode() {
            return 2;
        }

        @Override
        public String sentence() {
            return "NOT UNDERSTOOD: " + what;
        }
    }
}
