package org.spocgateway.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where an installation stands; the same names as the server's settings. */
final class Places {
    @Option(
            names = "--config",
            defaultValue = "${env:GATEWAY_CONFIG:-config}",
            description = "folder config/ (${DEFAULT-VALUE})")
    private Path config = Path.of("config");

    @Option(
            names = "--certs",
            defaultValue = "${env:GATEWAY_CERTS:-certs}",
            description = "folder certs/ (${DEFAULT-VALUE})")
    private Path certs = Path.of("certs");

    @Option(
            names = "--state",
            defaultValue = "${env:GATEWAY_STATE:-state}",
            description = "folder state/ (${DEFAULT-VALUE})")
    private Path state = Path.of("state");

    @Option(
            names = "--secrets",
            defaultValue = "${env:CREDENTIALS_DIRECTORY:-/run/secrets}",
            description = "folder of secrets, one file each, beside the environment (${DEFAULT-VALUE})")
    private Path secrets = Path.of("/run/secrets");

    Path config() {
        return config;
    }

    Path certs() {
        return certs;
    }

    Path state() {
        return state;
    }

    /** What application.yaml says. */
    Settings settings() {
        return Settings.read(config, new Secret(secrets));
    }
}
