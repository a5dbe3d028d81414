package org.spocgateway.wiring;

import java.nio.file.Path;
import org.spocgateway.classification.Classifier;
import org.spocgateway.classification.RuleBook;
import org.spocgateway.classification.RuleBookPage;
import org.spocgateway.directory.ConfigPage;
import org.spocgateway.directory.ConfigurationFaults;
import org.spocgateway.directory.Findings;
import org.spocgateway.envelope.Envelopes;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The rules by which arriving mail is sorted, read once at the start. */
@Configuration(proxyBeanMethods = false)
class ClassificationBeans {
    @Bean
    Classifier classifier(@Value("${gateway.config}") Path config, Envelopes envelopes) {
        try {
            return new Classifier(ruleBook(config), envelopes::open);
        } catch (ConfigurationFaults e) {
            throw new StartRefused(e);
        }
    }

    /** Reads classification.yaml; every fault at once. */
    static RuleBook ruleBook(Path config) {
        var findings = new Findings();
        RuleBook book = RuleBookPage.read(ConfigPage.read(config, "classification.yaml", findings));
        findings.throwIfAny();
        return book;
    }
}
