package org.spocgateway.wiring;

import org.apache.catalina.valves.ErrorReportValve;
import org.spocgateway.directory.Directory;
import org.spocgateway.portal.PortalRoutes;
import org.spocgateway.portal.PortalSettings;
import org.spocgateway.portal.Visiting;
import org.spocgateway.vault.Vault;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;
import org.thymeleaf.spring6.SpringTemplateEngine;

/**
 * The partners' web server: a port of its own, a context of its own that knows neither the desk's pages nor its sessions.
 *
 * <p>It has no parent context on purpose: with one, the desk's handlers would answer here without their guards.
 */
@Component
class PortalServer implements SmartLifecycle {
    private final PortalSettings settings;
    private final RouterFunction<ServerResponse> routes;
    private final SpringTemplateEngine templates;
    private final MessageSource messages;
    private final FrontendFiles frontend;
    private final SslBundles bundles;
    private final Environment environment;
    private volatile AnnotationConfigServletWebServerApplicationContext running =
            new AnnotationConfigServletWebServerApplicationContext();

    PortalServer(
            PortalSettings settings,
            Visiting visiting,
            Vault vault,
            Directory directory,
            MessageSource messages,
            SpringTemplateEngine templates,
            FrontendFiles frontend,
            SslBundles bundles,
            Environment environment) {
        this.settings = settings;
        this.routes = PortalRoutes.of(visiting, vault, directory, messages);
        this.templates = templates;
        this.messages = messages;
        this.frontend = frontend;
        this.bundles = bundles;
        this.environment = environment;
    }

    @Override
    public void start() {
        var context = new AnnotationConfigServletWebServerApplicationContext();
        context.setDisplayName("portal");
        context.registerBean("portalRoutes", RouterFunction.class, () -> routes);
        context.registerBean("messageSource", MessageSource.class, () -> messages);
        context.registerBean(SpringTemplateEngine.class, this::ownTemplates);
        context.registerBean(FrontendFiles.class, () -> frontend);
        context.registerBean("webServer", TomcatServletWebServerFactory.class, this::server);
        context.register(PortalWeb.class);
        context.refresh();
        running = context;
    }

    /** The same templates in an engine of its own: a context makes itself the source of messages of every engine it holds. */
    private SpringTemplateEngine ownTemplates() {
        var own = new SpringTemplateEngine();
        own.setTemplateResolvers(templates.getTemplateResolvers());
        return own;
    }

    private TomcatServletWebServerFactory server() {
        var server = new TomcatServletWebServerFactory(settings.port());
        if (!settings.sslBundle().isEmpty()) {
            server.setSsl(Ssl.forBundle(settings.sslBundle()));
            server.setSslBundles(bundles);
        } else {
            Binder.get(environment).bind("server.ssl", Ssl.class).ifBound(server::setSsl);
        }
        if (!settings.address().isEmpty()) {
            try {
                server.setAddress(java.net.InetAddress.getByName(settings.address()));
            } catch (java.net.UnknownHostException e) {
                throw new IllegalStateException("gateway.portal.address is no address of this machine", e);
            }
        }
        server.addContextCustomizers(context -> {
            var silent = new ErrorReportValve(); // Tomcat's own page would tell its version and the stack
            silent.setShowReport(false);
            silent.setShowServerInfo(false);
            context.getParent().getPipeline().addValve(silent);
        });
        return server;
    }

    /** Where it listens. */
    int port() {
        var server = running.getWebServer();
        return server == null ? -1 : server.getPort();
    }

    @Override
    public void stop() {
        running.close();
    }

    @Override
    public boolean isRunning() {
        return running.isActive();
    }
}
