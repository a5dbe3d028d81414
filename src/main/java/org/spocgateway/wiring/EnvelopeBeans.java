package org.spocgateway.wiring;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.spocgateway.envelope.Envelopes;
import org.spocgateway.envelope.KeyRing;
import org.spocgateway.envelope.Limits;
import org.spocgateway.envelope.Sealing;
import org.spocgateway.envelope.UnusableKey;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** What opens and seals mail, with our own keys and the authorities of {@code certs/trust/}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EnvelopeSettings.class)
class EnvelopeBeans {
    @Bean
    KeyRing keyRing(EnvelopeSettings settings, Environment secrets) {
        List<KeyRing.OwnKey> keys = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        for (EnvelopeSettings.Key key : settings.keys()) {
            try {
                keys.add(KeyRing.load(key.name(), key.store(), password(key.name(), secrets)));
            } catch (UnusableKey e) {
                faults.add(String.valueOf(e.getMessage()));
            }
        }
        if (faults.isEmpty() && keys.stream().noneMatch(key -> key.name().equals(settings.signingKey()))) {
            faults.add("gateway.envelope.signing-key: \"" + settings.signingKey()
                    + "\" is none of the keys in gateway.envelope.keys; name the one that signs secure mail");
        }
        if (!faults.isEmpty()) {
            throw new KeysRefused(faults);
        }
        return new KeyRing(keys);
    }

    @Bean
    Envelopes envelopes(KeyRing ring, @Value("${gateway.certs}") Path certs, Clock clock) {
        return new Envelopes(ring, authorities(certs.resolve("trust")), Limits.USUAL, clock);
    }

    @Bean
    Sealing sealing(KeyRing ring, EnvelopeSettings settings, SecureRandom random) {
        return new Sealing(ring.named(settings.signingKey()).orElseThrow(), random);
    }

    private static char[] password(String name, Environment secrets) {
        String password = secrets.getProperty("gateway.secrets." + name);
        if (password == null) {
            throw new UnusableKey("key " + name + ": there is no password; set gateway.secrets." + name
                    + " in the environment, a configtree or as a systemd credential");
        }
        return password.toCharArray();
    }

    private static List<X509Certificate> authorities(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".pem"))
                    .sorted()
                    .map(EnvelopeBeans::certificate)
                    .toList();
        } catch (IOException e) {
            throw new KeysRefused(
                    List.of(folder + ": there is no such folder; put the authorities of mail certificates there"));
        }
    }

    private static X509Certificate certificate(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        } catch (IOException | CertificateException e) {
            throw new KeysRefused(List.of(file + ": is not one certificate in PEM form; replace it"));
        }
    }
}
