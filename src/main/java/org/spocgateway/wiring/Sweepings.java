package org.spocgateway.wiring;

import org.spocgateway.portal.Packages;
import org.spocgateway.vault.Vault;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** What is tidied up every hour: bytes that nothing refers to, and links whose time is over. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class Sweepings {
    private final Vault vault;
    private final Packages packages;

    Sweepings(Vault vault, Packages packages) {
        this.vault = vault;
        this.packages = packages;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1H")
    void sweep() {
        vault.sweep();
        packages.expire();
    }
}
