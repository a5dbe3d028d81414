package org.spocgateway.wiring;

import org.spocgateway.casework.CaseworkSettings;
import org.spocgateway.casework.ClockSettings;
import org.spocgateway.casework.RetentionSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The times of casework, and the clock that looks at them. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties({CaseworkSettings.class, ClockSettings.class, RetentionSettings.class})
class CaseworkBeans {}
