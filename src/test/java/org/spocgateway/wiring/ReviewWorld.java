package org.spocgateway.wiring;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/** The reviewers' pages with the real log, vault, accounts and security, and no mail. */
@SpringBootConfiguration
@EnableAutoConfiguration(excludeName = "org.apache.camel.spring.boot.CamelAutoConfiguration")
@ComponentScan("org.spocgateway.review")
@Import({
    Basics.class,
    DatabaseSettings.class,
    VaultBeans.class,
    TransferLogBeans.class,
    DirectoryBeans.class,
    AccountsTable.class,
    Accounts.class,
    OneTimeWords.class,
    WebSecurity.class,
    WebPages.class,
    FrontendFiles.class,
    LayoutModel.class
})
class ReviewWorld {}
