package org.spocgateway.classification;

import java.util.List;

/**
 * What is believed about the council's own servers.
 *
 * @param insideHosts names of servers behind the border that add {@code Received} lines of their own
 * @param refusesOldTls whether the border refuses TLS below 1.2, so that {@code ESMTPS} alone proves 1.2
 */
record Border(List<String> insideHosts, boolean refusesOldTls) {}
