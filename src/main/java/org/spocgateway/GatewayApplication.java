package org.spocgateway;

import org.spocgateway.wiring.Start;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the gateway: one process that polls the mailboxes, serves the pages and carries transfers. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class GatewayApplication {
    public static void main(String[] args) {
        Start.run(GatewayApplication.class, args);
    }
}
