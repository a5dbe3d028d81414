package org.spocgateway.dispatch;

import java.io.IOException;
import java.io.InputStream;
import org.spocgateway.terms.MailAddress;
import org.spocgateway.terms.TransferId;

/**
 * A mail in its final bytes, with the envelope it travels in.
 *
 * @param id stands as ENVID where delivery notices are offered (RFC 3461)
 * @param sender where notices about its delivery come back to
 * @param sealed whether the content is sealed to the recipient's certificate
 */
record FrozenMail(TransferId id, MailAddress sender, MailAddress recipient, boolean sealed, Bytes bytes) {
    /** Opens the bytes anew for every attempt. */
    @FunctionalInterface
    interface Bytes {
        InputStream open() throws IOException;
    }

    @Override
    public String toString() {
        return "FrozenMail[" + id + "]";
    }
}
