package org.spocgateway.classification;

import org.spocgateway.directory.Directory;
import org.spocgateway.envelope.Opening;

/** Opens a message that a colleague forwarded as an attachment, as if it had come to us itself. */
@FunctionalInterface
public interface Originals {
    Opening open(byte[] original, Directory directory);
}
