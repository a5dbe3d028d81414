package org.spocgateway.scanner;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which scanner is asked; none unless an address is given.
 *
 * @param address {@code unix:/run/clamav/clamd.ctl}, {@code tcp:127.0.0.1:3310}, or nothing: off
 * @param patience how long one step of the conversation may take
 * @param tryAgain how long mail waits before it is tried again while the scanner is away
 */
@ConfigurationProperties("gateway.intake.scanner")
public record ScannerSettings(
        @DefaultValue("") String address,
        @DefaultValue("PT3M") Duration patience,
        @DefaultValue("PT1M") Duration tryAgain) {
    /** What stands in this class: no scanner. */
    public static ScannerSettings none() {
        return new ScannerSettings("", Duration.ofMinutes(3), Duration.ofMinutes(1));
    }

    /**
     * The scanner itself.
     *
     * @throws IllegalArgumentException if the address cannot be read
     */
    public Scanner scanner() {
        return address.isBlank() ? Scanner.off() : new Clamd(ClamdAddress.of(address), patience);
    }
}
