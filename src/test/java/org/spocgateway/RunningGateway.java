package org.spocgateway;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.spocgateway.demonstration.MailWorld;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole gateway as it is started in earnest, on H2 below a state folder, pointed at a mail world on loopback. */
public final class RunningGateway implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    private RunningGateway(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Starts it. */
    public static RunningGateway start(MailWorld world, DemonstrationPki pki, Path state, Map<String, String> more) {
        var settings = new TreeMap<>(world.settings());
        settings.putAll(settings(pki, state));
        settings.put("logging.threshold.console", "OFF");
        settings.put("logging.file.name", state.resolve("gateway.log").toString());
        settings.putAll(more);
        return new RunningGateway(new SpringApplicationBuilder(GatewayApplication.class)
                .initializers(new NoTestClasses())
                .run(arguments(settings)));
    }

    /** Settings as arguments of a command line. */
    public static String[] arguments(Map<String, String> settings) {
        return settings.entrySet().stream()
                .map(each -> "--" + each.getKey() + "=" + each.getValue())
                .toArray(String[]::new);
    }

    /** What it needs beside mail servers: a state folder, the keys of the invented council, any free ports. */
    public static Map<String, String> settings(DemonstrationPki pki, Path state) {
        var settings = new TreeMap<String, String>();
        settings.put("gateway.state", state.toString());
        settings.put("gateway.certs", pki.certs().toString());
        settings.put("mail.every-milliseconds", "300");
        settings.put("gateway.dispatch.house.tell-team", "false"); // tests of the team's mail say so themselves
        settings.put("server.port", "0");
        settings.put("management.server.port", "0");
        settings.put("gateway.portal.port", "0");
        settings.put("server.ssl.key-store", "file:" + pki.keyFile(DemonstrationPki.SERVER));
        settings.put("server.ssl.key-store-password", pki.password());
        settings.put("server.ssl.key-store-type", "PKCS12");
        List<String> ours =
                List.of(DemonstrationPki.SPOC_2026, DemonstrationPki.SPOC_2025, DemonstrationPki.SECURE_IDENTITY);
        for (int i = 0; i < ours.size(); i++) {
            settings.put("gateway.envelope.keys[" + i + "].name", ours.get(i));
            settings.put(
                    "gateway.envelope.keys[" + i + "].store",
                    pki.keyFile(ours.get(i)).toString());
            settings.put("gateway.secrets." + ours.get(i), pki.password());
        }
        return settings;
    }

    /** A part of it. */
    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    /** Where the desk listens. */
    public int deskPort() {
        return ((ServletWebServerApplicationContext) context).getWebServer().getPort();
    }

    /** Waits until something is so, looking twenty times a second. */
    public static void await(String what, Duration atMost, Supplier<Boolean> isSo) {
        Instant end = Instant.now().plus(atMost);
        while (!isSo.get()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("after " + atMost.toSeconds() + " s still not so: " + what);
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted while waiting: " + what, e);
            }
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
