package org.spocgateway.wiring;

import java.util.List;
import org.spocgateway.scanner.Scanner;
import org.spocgateway.scanner.ScannerSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The virus scanner, where one is configured. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ScannerSettings.class)
class ScannerBeans {
    @Bean
    Scanner scanner(ScannerSettings settings) {
        try {
            return settings.scanner();
        } catch (IllegalArgumentException e) {
            throw new KeysRefused(List.of("gateway.intake.scanner.address: " + e.getMessage()));
        }
    }
}
