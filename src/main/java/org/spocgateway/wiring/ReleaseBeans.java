package org.spocgateway.wiring;

import java.nio.file.Path;
import org.spocgateway.directory.ConfigurationFaults;
import org.spocgateway.release.ReleaseRules;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The rules in force, read once at the start. */
@Configuration
class ReleaseBeans {
    @Bean
    ReleaseRules releaseRules(@Value("${gateway.config}") Path config, @Value("${gateway.certs}") Path certs) {
        try {
            return ReleaseRules.read(config);
        } catch (ConfigurationFaults e) {
            throw PolicyFiles.refused(config, certs);
        }
    }
}
