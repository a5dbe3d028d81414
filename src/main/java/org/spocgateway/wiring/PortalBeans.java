package org.spocgateway.wiring;

import java.security.SecureRandom;
import java.time.Clock;
import org.spocgateway.portal.Packages;
import org.spocgateway.portal.PortalSettings;
import org.spocgateway.portal.Visiting;
import org.spocgateway.transferlog.TransferLog;
import org.spocgateway.vault.Vault;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The partner's side. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PortalSettings.class)
class PortalBeans {
    @Bean
    Packages packages(
            JdbcClient db,
            TransactionTemplate tx,
            Vault vault,
            TransferLog log,
            Clock clock,
            SecureRandom random,
            PortalSettings settings) {
        return new Packages(db, tx, vault, log, clock, random, settings);
    }

    @Bean
    Visiting visiting(
            JdbcClient db,
            TransactionTemplate tx,
            Vault vault,
            TransferLog log,
            ApplicationEventPublisher events,
            Clock clock,
            SecureRandom random,
            PortalSettings settings) {
        return new Visiting(db, tx, vault, log, events, clock, random, settings);
    }
}
