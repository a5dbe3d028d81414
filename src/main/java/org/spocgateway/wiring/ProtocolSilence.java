package org.spocgateway.wiring;

import java.util.List;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Keeps the mail library's record of what went over the line out of the log at every log level: it holds whole messages, the addresses
 * they go to, and whatever a malformed header says.
 *
 * <p>Angus Mail names these loggers after the package of the store or the transport, some with {@code protocol} at the end.
 */
@Component
class ProtocolSilence {
    // kept here: Java forgets a logger, and what was set on it, when nobody holds it
    private final List<Logger> silenced = Stream.of(
                    "org.spocgateway.dispatch",
                    "org.spocgateway.dispatch.protocol",
                    "org.eclipse.angus.mail.imap",
                    "org.eclipse.angus.mail.imap.protocol",
                    "org.eclipse.angus.mail.smtp",
                    "org.eclipse.angus.mail.smtp.protocol")
            .map(Logger::getLogger)
            .toList();

    ProtocolSilence() {
        silenced.forEach(logger -> logger.setFilter(line -> false));
    }
}
