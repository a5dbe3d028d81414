package org.spocgateway.wiring;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** The inside of the portal's own context: one servlet, our templates, the stylesheet, and the headers of every answer. */
@EnableWebMvc
class PortalWeb implements WebMvcConfigurer {
    @Bean
    DispatcherServlet dispatcherServlet() {
        return new DispatcherServlet();
    }

    @Bean
    ThymeleafViewResolver templates(SpringTemplateEngine engine) {
        var resolver = new ThymeleafViewResolver();
        resolver.setTemplateEngine(engine);
        resolver.setCharacterEncoding("UTF-8");
        return resolver;
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/static/assets/")
                .setCacheControl(CacheControl.maxAge(Duration.ofHours(1)));
    }

    /** Nothing of the portal is kept by a browser, found by a search engine, framed, or told to another site. */
    @Bean
    Filter headers() {
        return (request, response, chain) -> {
            var http = (HttpServletResponse) response;
            var asked = (HttpServletRequest) request;
            http.setHeader("Referrer-Policy", "no-referrer");
            http.setHeader("X-Robots-Tag", "noindex");
            http.setHeader("Cache-Control", "no-store");
            http.setHeader("X-Content-Type-Options", "nosniff");
            http.setHeader("Strict-Transport-Security", "max-age=31536000");
            http.setHeader("Content-Security-Policy", WebSecurity.CONTENT_SECURITY_POLICY);
            if (Set.of("GET", "HEAD", "POST").contains(asked.getMethod())) {
                chain.doFilter(request, response);
            } else {
                http.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            }
        };
    }
}
