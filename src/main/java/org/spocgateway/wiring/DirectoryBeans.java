package org.spocgateway.wiring;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spocgateway.directory.ConfigurationFaults;
import org.spocgateway.directory.Directory;
import org.spocgateway.directory.NextHop;
import org.spocgateway.directory.Templates;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The directory in force, read once at the start. */
@Configuration
class DirectoryBeans {
    private static final Logger LOG = LoggerFactory.getLogger(DirectoryBeans.class);

    /**
     * Reads config/ and certs/. {@code gateway.next-hops.<id>.host} and {@code .port} lay another host and port over a next hop: the
     * demonstration and tests set them, an installation does not.
     */
    @Bean
    Directory directory(
            @Value("${gateway.config}") Path config,
            @Value("${gateway.certs}") Path certs,
            Environment environment,
            Clock clock) {
        try {
            Directory directory = Directory.read(config, certs).withNextHops(hop -> overlaid(hop, environment));
            directory.calendarWarning(LocalDate.now(clock)).ifPresent(LOG::warn);
            return directory;
        } catch (ConfigurationFaults e) {
            throw PolicyFiles.refused(config, certs);
        }
    }

    /** The words of ready answers. */
    @Bean
    Templates templates(@Value("${gateway.config}") Path config, @Value("${gateway.certs}") Path certs) {
        try {
            return Templates.read(config);
        } catch (ConfigurationFaults e) {
            throw PolicyFiles.refused(config, certs);
        }
    }

    private static NextHop overlaid(NextHop hop, Environment environment) {
        String prefix = "gateway.next-hops." + hop.id();
        return new NextHop(
                hop.id(),
                environment.getProperty(prefix + ".host", hop.host()),
                environment.getProperty(prefix + ".port", Integer.class, hop.port()),
                environment.getProperty(prefix + ".implicit-tls", Boolean.class, hop.implicitTls()),
                hop.authorities(),
                hop.isRelay(),
                hop.accountSecret());
    }
}
