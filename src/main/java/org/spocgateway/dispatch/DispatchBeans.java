package org.spocgateway.dispatch;

import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** What the couriers share. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({DispatchSettings.class, HouseSettings.class})
class DispatchBeans {
    @Bean
    SmtpLine smtpLine(DispatchSettings settings, Environment environment) {
        return new SmtpLine(settings.patience(), name -> Optional.ofNullable(environment.getProperty(name)));
    }
}
