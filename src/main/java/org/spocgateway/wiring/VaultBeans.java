package org.spocgateway.wiring;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import org.spocgateway.vault.Vault;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The vault, with its keys in the folder {@code keys} of the state folder. */
@Configuration(proxyBeanMethods = false)
class VaultBeans {
    @Bean
    Vault vault(
            JdbcClient db,
            PlatformTransactionManager transactions,
            @Value("${gateway.state}") Path state,
            Clock clock,
            SecureRandom random) {
        return new Vault(db, transactions, StateFolder.made(state).resolve("keys"), clock, random);
    }
}
