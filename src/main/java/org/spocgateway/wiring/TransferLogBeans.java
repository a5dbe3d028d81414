package org.spocgateway.wiring;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.spocgateway.directory.Directory;
import org.spocgateway.directory.Officer;
import org.spocgateway.directory.Partner;
import org.spocgateway.terms.MailAddress;
import org.spocgateway.transferlog.Discretion;
import org.spocgateway.transferlog.TransferFacts;
import org.spocgateway.transferlog.TransferLog;
import org.spocgateway.transferlog.TransferLogSettings;
import org.spocgateway.transferlog.TransferLogSteps;
import org.spocgateway.vault.Vault;
import org.spocgateway.work.Barrier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The transfer log and its step. */
@Configuration
class TransferLogBeans {
    @Bean
    TransferLogSettings transferLogSettings(
            @Value("${gateway.transferlog.origin}") String origin,
            @Value("${gateway.state}") Path state,
            @Value("${gateway.transferlog.patience:10s}") Duration patience,
            Directory directory) {
        return new TransferLogSettings(origin, StateFolder.made(state), patience, discretion(directory));
    }

    private static Discretion discretion(Directory directory) {
        Set<String> withheld = directory.partners().stream()
                .filter(Partner::nameIsSensitive)
                .flatMap(partner -> Stream.concat(
                        Stream.of(partner.id()), partner.addresses().stream().map(MailAddress::domain)))
                .collect(Collectors.toSet());
        Set<String> ourOwn = directory.officers().stream().map(Officer::id).collect(Collectors.toSet());
        return new Discretion(withheld, ourOwn);
    }

    @Bean
    @DependsOnDatabaseInitialization
    TransferFacts transferFacts(JdbcClient jdbc) {
        return new TransferFacts(jdbc);
    }

    @Bean
    @DependsOnDatabaseInitialization
    TransferLog transferLog(
            DataSource database,
            TransactionTemplate transactions,
            Vault vault,
            Clock clock,
            SecureRandom random,
            TransferLogSettings settings,
            Barrier barrier) {
        return new TransferLog(database, transactions, vault, clock, random, settings, barrier::take);
    }

    @Bean
    TransferLogSteps transferLogSteps(TransferLog log, TransactionTemplate transactions) {
        return new TransferLogSteps(log, transactions);
    }
}
