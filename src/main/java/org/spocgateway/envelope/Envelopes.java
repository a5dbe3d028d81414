package org.spocgateway.envelope;

import org.spocgateway.directory.Directory;

/** Opens messages: decrypts and verifies, never half-way. */
public final class Envelopes {
    /**
     * Opens the exact bytes of a message.
     *
     * @param raw the message as it stood in the mailbox
     * @param directory where signers are pinned
     */
    public Opening open(byte[] raw, Directory directory) {
        throw new IllegalStateException("to be written");
    }
}
