package org.spocgateway.wiring;

import org.springframework.boot.SpringApplication;

/** Starts the server process and gives a failed start its exit code: 2 for configuration, 3 for something outside that is away. */
public final class Start {
    private Start() {}

    /** Runs until the process is told to stop. */
    public static void run(Class<?> application, String[] args) {
        try {
            SpringApplication.run(application, args);
        } catch (SpringApplication.AbandonedRunException e) {
            throw e;
        } catch (RuntimeException | LinkageError failure) {
            System.exit(StartFailures.exitCode(failure));
        }
    }
}
