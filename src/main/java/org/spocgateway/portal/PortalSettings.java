package org.spocgateway.portal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The partner's web server.
 *
 * @param port its own port, never the desk's; 0 picks a free one
 * @param address the interface it listens on; empty is all of them
 * @param sslBundle the SSL bundle with its certificate and key; empty when a proxy in front of it speaks TLS
 * @param code how long a code that was read out can be used
 * @param visit how long a partner may take from the link to the answer
 * @param afterReplyBy how long after the reply date the link still works
 */
@ConfigurationProperties("gateway.portal")
public record PortalSettings(
        @DefaultValue("8444") int port,
        @DefaultValue("") String address,
        @DefaultValue("") String sslBundle,
        @DefaultValue("30m") Duration code,
        @DefaultValue("2h") Duration visit,
        @DefaultValue("14d") Duration afterReplyBy) {}
