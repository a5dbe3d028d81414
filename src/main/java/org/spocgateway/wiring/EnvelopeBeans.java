package org.spocgateway.wiring;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.spocgateway.directory.Directory;
import org.spocgateway.envelope.Envelopes;
import org.spocgateway.envelope.KeyRing;
import org.spocgateway.envelope.OwnOpenPgpKey;
import org.spocgateway.envelope.Revocation;
import org.spocgateway.envelope.Sealing;
import org.spocgateway.envelope.UnusableKey;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** What opens and seals mail, with our own keys and the authorities that the directory names. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EnvelopeSettings.class)
class EnvelopeBeans {
    @Bean
    KeyRing keyRing(EnvelopeSettings settings, Environment secrets) {
        List<String> faults = new ArrayList<>();
        List<KeyRing.OwnKey> keys =
                loaded(settings.keys(), key -> key.place().load(key.name(), password(key.name(), secrets)), faults);
        List<OwnOpenPgpKey> openPgp = loaded(
                settings.openpgpKeys(),
                key -> OwnOpenPgpKey.load(key.name(), key.file(), password(key.name(), secrets)),
                faults);
        if (faults.isEmpty() && keys.stream().noneMatch(key -> key.name().equals(settings.signingKey()))) {
            faults.add("gateway.envelope.signing-key: \"" + settings.signingKey()
                    + "\" is none of the keys in gateway.envelope.keys; name the one that signs secure mail");
        }
        if (!faults.isEmpty()) {
            throw new KeysRefused(faults);
        }
        return new KeyRing(keys, openPgp);
    }

    private static <S, K> List<K> loaded(List<S> settings, Function<S, K> load, List<String> faults) {
        List<K> keys = new ArrayList<>();
        for (S each : settings) {
            try {
                keys.add(load.apply(each));
            } catch (UnusableKey e) {
                faults.add(String.valueOf(e.getMessage()));
            }
        }
        return keys;
    }

    @Bean
    Revocation revocation(EnvelopeSettings settings, @Value("${gateway.certs}") Path certs, SecureRandom random) {
        return settings.revocation().below(certs, random);
    }

    /** Only the authorities that council.yaml names are believed, whatever else lies in certs/trust/. */
    @Bean
    Envelopes envelopes(
            KeyRing ring, Directory directory, Revocation revocation, EnvelopeSettings settings, Clock clock) {
        return new Envelopes(
                ring, directory.trust(), revocation, settings.limits().limits(), clock);
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
}
