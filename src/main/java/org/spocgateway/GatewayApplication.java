package org.spocgateway;

import org.spocgateway.cli.Commands;
import org.spocgateway.wiring.Start;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the gateway: one process that polls the mailboxes, serves the pages and carries transfers; or runs one command. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class GatewayApplication {
    public static void main(String[] args) {
        if (Commands.isCommand(args)) {
            System.exit(Commands.run(args));
        }
        Start.run(GatewayApplication.class, args);
    }
}
