package org.spocgateway.envelope.cms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.security.MessageDigest;
import java.util.Set;
import javax.crypto.Cipher;
import org.junit.jupiter.api.Test;

/** All tests of opening run twice, with the native provider and without it; this one says which of the two is running. */
final class ProvidersTest {
    private static final Set<String> BUILT_FOR = Set.of("Linux amd64", "Linux aarch64", "Mac OS X aarch64");

    @Test
    void the_native_provider_works_where_it_is_built_for_and_not_where_it_is_turned_away() {
        String machine = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        assumeTrue(BUILT_FOR.contains(machine), "the native provider is not built for " + machine);
        boolean isTurnedAway = "off".equals(System.getProperty(Providers.NATIVE));
        assertThat(Providers.standard().isNative()).isEqualTo(!isTurnedAway);
    }

    @Test
    void digests_and_ciphers_come_from_the_first_provider_that_has_them() throws Exception {
        String digest = Providers.standard()
                .first("SHA-256", provider -> MessageDigest.getInstance("SHA-256", provider))
                .getProvider()
                .getName();
        String cipher = Providers.standard()
                .first("Cipher AES/GCM/NoPadding", provider -> Cipher.getInstance("AES/GCM/NoPadding", provider))
                .getProvider()
                .getName();
        boolean isNative = Providers.standard().isNative();
        assertThat(digest).isEqualTo(isNative ? "AmazonCorrettoCryptoProvider" : "SUN");
        assertThat(cipher).isEqualTo(isNative ? "AmazonCorrettoCryptoProvider" : "SunJCE");
    }
}
