package org.spocgateway.envelope.cms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.util.ArrayList;
import java.util.List;
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

    @Test
    void a_key_that_only_the_last_provider_takes_decides_nothing_for_the_next() throws Exception {
        Provider usual = Providers.standard().first("Signature of somebody", provider -> provider);
        Provider last = Providers.standard().first("Signature of somebody", provider -> {
            if (!provider.getName().equals("BC")) {
                throw new InvalidKeyException("not this key");
            }
            return provider;
        });

        assertThat(last.getName()).isEqualTo("BC");
        assertThat(Providers.standard().<Provider>first("Signature of somebody", provider -> provider))
                .isSameAs(usual);
    }

    @Test
    void curves_are_never_left_to_a_provider_that_fails_only_at_the_signature() throws Exception {
        List<String> asked = new ArrayList<>();
        assertThatThrownBy(() -> Providers.standard().firstOfCurves("Signature of nobody", provider -> {
                    asked.add(provider.getName());
                    throw new InvalidKeyException("not this key");
                }))
                .isInstanceOf(NoSuchAlgorithmException.class);
        assertThat(asked).endsWith("BC").doesNotContain("SunEC");
    }
}
