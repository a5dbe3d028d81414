package org.spocgateway.dispatch;

import jakarta.mail.Session;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.eclipse.angus.mail.smtp.SMTPMessage;

/** Shows frozen bytes to Angus as a message that it can neither re-encode nor complete with headers. */
final class FrozenMessage extends SMTPMessage {
    private final FrozenMail.Bytes bytes;

    FrozenMessage(Session session, FrozenMail mail) {
        super(session);
        this.bytes = mail.bytes();
        setEnvelopeFrom(mail.sender().value());
        setNotifyOptions(NOTIFY_SUCCESS | NOTIFY_FAILURE | NOTIFY_DELAY);
        setReturnOption(RETURN_HDRS);
    }

    @Override
    public void saveChanges() {}

    @Override
    protected void updateHeaders() {}

    @Override
    public void writeTo(OutputStream out, String[] ignoredHeaders) throws IOException {
        try (InputStream in = bytes.open()) {
            in.transferTo(out);
        }
    }
}
