package org.spocgateway.wiring;

import java.lang.management.ManagementFactory;
import java.time.Clock;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.spocgateway.work.Barrier;
import org.spocgateway.work.DurableTable;
import org.spocgateway.work.H2Barrier;
import org.spocgateway.work.Work;
import org.spocgateway.work.WorkSettings;
import org.spocgateway.work.Workers;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Durable work: rows are carried forward by Camel's routes, called by id. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WorkSettings.class)
class WorkBeans {
    /** A machine that is out of memory is not asked to shut down tidily. */
    private static final int BROKEN = 3;

    @Bean
    Work work(JdbcClient db, Clock clock) {
        return new Work(db, clock);
    }

    @Bean
    Workers workers(
            DataSource database,
            Barrier barrier,
            Work work,
            ObjectProvider<DurableTable> tables,
            ObjectProvider<CamelContext> camel,
            Clock clock,
            WorkSettings settings,
            @Value("${gateway.node:}") String node) {
        var pages = new Workers.Pages(
                new PageCall(camel)::call, () -> Runtime.getRuntime().halt(BROKEN));
        return new Workers(
                database,
                barrier instanceof H2Barrier,
                work,
                () -> tables.orderedStream().toList(),
                pages,
                clock,
                settings,
                node.isEmpty() ? ManagementFactory.getRuntimeMXBean().getName() : node);
    }
}
