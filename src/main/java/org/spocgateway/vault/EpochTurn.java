package org.spocgateway.vault;

import java.util.List;

/**
 * What a turn of the key epochs did.
 *
 * @param rewrapped holder keys that were wrapped anew under this month's epoch
 * @param retired epochs whose key is gone now: what was erased under them is erased for good
 * @param waiting epochs whose key file should be gone and that we may not destroy: the administrator does
 */
public record EpochTurn(int rewrapped, List<String> retired, List<String> waiting) {
    public EpochTurn {
        retired = List.copyOf(retired);
        waiting = List.copyOf(waiting);
    }
}
