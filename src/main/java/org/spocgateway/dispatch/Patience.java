package org.spocgateway.dispatch;

import java.time.Duration;

/**
 * How long a courier waits for the other side.
 *
 * @param connect for the connection
 * @param reply for every reply and write before the point of no return
 * @param finalReply for the reply to the final dot: at least 10 minutes (RFC 5321 section 4.5.3.2.6)
 */
record Patience(Duration connect, Duration reply, Duration finalReply) {}
