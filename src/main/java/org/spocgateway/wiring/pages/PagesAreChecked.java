package org.spocgateway.wiring.pages;

import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.spocgateway.terms.Step;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Reads the text of every page before any bean exists: a class named in a page must not run before it is refused. */
@Configuration(proxyBeanMethods = false)
class PagesAreChecked {
    @Bean
    static BeanFactoryPostProcessor readsThePages(Environment environment) {
        return factory -> {
            var folder = new RoutesFolder(Path.of(environment.getProperty("gateway.routes", "routes")));
            for (Path page : folder.pages()) {
                PageGrammar.check(page, (bean, method) -> objection(factory, bean, method));
            }
        };
    }

    @Bean
    PagesOnly pagesOnly(Environment environment) {
        return new PagesOnly(new RoutesFolder(Path.of(environment.getProperty("gateway.routes", "routes"))));
    }

    private static Optional<String> objection(ConfigurableListableBeanFactory factory, String bean, String method) {
        if (!factory.containsBeanDefinition(bean)) {
            return Optional.of("there is no bean called '" + bean + "'; call one that there is.");
        }
        Class<?> type = factory.getType(bean, false);
        if (type == null || factory.findAnnotationOnBean(bean, Step.class, false) == null) {
            return Optional.of(
                    "bean '" + bean + "' is not a step: its class does not carry @Step; call one that does.");
        }
        long methods = Arrays.stream(type.getDeclaredMethods())
                .filter(each -> each.getName().equals(method) && Modifier.isPublic(each.getModifiers()))
                .count();
        return methods == 1
                ? Optional.empty()
                : Optional.of("bean '" + bean + "' has not exactly one public method '" + method + "'.");
    }
}
