package org.spocgateway.envelope.cms;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.NoSuchPaddingException;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * Which provider does what: the Amazon Corretto Crypto Provider where its native library loads, then this Java's own, then
 * BouncyCastle; for elliptic curves BouncyCastle alone after the native one, since Java's own is four times slower and takes keys on
 * curves that it does not have, to fail only when it comes to the signature.
 *
 * <p>Nothing is changed in the order of this Java's installed providers.
 */
public final class Providers {
    /** The system property that turns the native provider away when it is {@code off}. */
    public static final String NATIVE = "gateway.native-crypto";

    private static final String CORRETTO = "AmazonCorrettoCryptoProvider";
    private static final BouncyCastleProvider BC = new BouncyCastleProvider();
    private static final Providers STANDARD = new Providers(corretto());

    private final List<Provider> all = new ArrayList<>();
    private final List<Provider> curves = new ArrayList<>();
    private final Set<Task> unknown = ConcurrentHashMap.newKeySet();
    private final boolean isNative;

    private record Task(String provider, String what) {}

    private Providers(Optional<Provider> fast) {
        List<Provider> own = Arrays.stream(Security.getProviders())
                .filter(each -> !each.getName().equals(CORRETTO))
                .toList();
        fast.ifPresent(all::add);
        curves.addAll(all);
        all.addAll(own);
        all.add(BC);
        curves.add(BC);
        isNative = fast.isPresent();
    }

    /** Those of this process. */
    public static Providers standard() {
        return STANDARD;
    }

    /** For what only BouncyCastle has. */
    static Provider bouncyCastle() {
        return BC;
    }

    private static Optional<Provider> corretto() {
        if ("off".equals(System.getProperty(NATIVE))) {
            return Optional.empty();
        }
        return ServiceLoader.load(Provider.class).stream()
                .filter(each -> each.type().getSimpleName().equals(CORRETTO))
                .map(ServiceLoader.Provider::get)
                .filter(Providers::isHealthy)
                .findFirst();
    }

    /** Without its native library, as on an operating system that it is not built for, it offers nothing. */
    private static boolean isHealthy(Provider provider) {
        try {
            return MessageDigest.getInstance("SHA-256", provider).digest().length == 32;
        } catch (NoSuchAlgorithmException | ProviderException | LinkageError e) {
            return false;
        }
    }

    /** Whether the native provider does the work. */
    public boolean isNative() {
        return isNative;
    }

    /** Gets something ready with one provider: an instance, given its key and parameters, before any byte of a message. */
    @FunctionalInterface
    public interface Readying<T> {
        T with(Provider provider) throws GeneralSecurityException;
    }

    /**
     * The first provider that gets it ready.
     *
     * @param what names algorithm and parameters; a provider that has no such algorithm is not asked again, one that could not take
     *     a key is: nobody's key may decide who works with the next
     */
    public <T> T first(String what, Readying<T> readying) throws GeneralSecurityException {
        return first(what, all, readying);
    }

    /** The same for elliptic curves. */
    public <T> T firstOfCurves(String what, Readying<T> readying) throws GeneralSecurityException {
        return first(what, curves, readying);
    }

    private <T> T first(String what, List<Provider> inOrder, Readying<T> readying) throws GeneralSecurityException {
        for (Provider each : inOrder) {
            var task = new Task(each.getName(), what);
            if (!unknown.contains(task)) {
                try {
                    return readying.with(each);
                } catch (NoSuchAlgorithmException | NoSuchPaddingException e) {
                    unknown.add(task);
                } catch (GeneralSecurityException | RuntimeException e) {
                    continue;
                }
            }
        }
        throw new NoSuchAlgorithmException("no provider here can do " + what);
    }
}
