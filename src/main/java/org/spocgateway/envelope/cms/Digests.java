package org.spocgateway.envelope.cms;

import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;

/** The digests of one content under the algorithms that its signatures may need, made while it passes by. */
public final class Digests extends OutputStream {
    private static final Map<ASN1ObjectIdentifier, String> NAMES = new HashMap<>(Map.of(
            PKCSObjectIdentifiers.md5, "MD5",
            OIWObjectIdentifiers.idSHA1, "SHA-1",
            NISTObjectIdentifiers.id_sha224, "SHA-224",
            NISTObjectIdentifiers.id_sha256, "SHA-256",
            NISTObjectIdentifiers.id_sha384, "SHA-384",
            NISTObjectIdentifiers.id_sha512, "SHA-512",
            NISTObjectIdentifiers.id_sha512_256, "SHA-512/256",
            NISTObjectIdentifiers.id_shake128, "SHAKE128-256",
            NISTObjectIdentifiers.id_shake256, "SHAKE256-512"));

    static {
        NAMES.put(NISTObjectIdentifiers.id_shake256_len, "SHAKE256-512"); // RFC 8419 knows no other length
        NAMES.put(NISTObjectIdentifiers.id_sha3_224, "SHA3-224");
        NAMES.put(NISTObjectIdentifiers.id_sha3_256, "SHA3-256");
        NAMES.put(NISTObjectIdentifiers.id_sha3_384, "SHA3-384");
        NAMES.put(NISTObjectIdentifiers.id_sha3_512, "SHA3-512");
    }

    /** By the name that senders use, letters and digits only. */
    private static final Map<String, String> ANNOUNCED = new HashMap<>();

    static {
        for (String name : NAMES.values()) {
            ANNOUNCED.put(plain(name), name);
            ANNOUNCED.put(plain(name.startsWith("SHAKE") ? name.split("-", 2)[0] : name), name);
        }
    }

    private final Map<String, MessageDigest> running = new HashMap<>();
    private final Map<String, byte[]> made = new HashMap<>();

    private Digests(Providers providers, Set<String> names) {
        for (String name : names) {
            try {
                running.put(name, providers.first(name, provider -> MessageDigest.getInstance(name, provider)));
            } catch (GeneralSecurityException e) {
                continue; // a signature that needs it cannot be judged
            }
        }
    }

    /** For these algorithms; unknown ones are left out. */
    public static Digests of(Providers providers, Collection<ASN1ObjectIdentifier> algorithms) {
        Set<String> names = new LinkedHashSet<>();
        algorithms.forEach(each -> Optional.ofNullable(NAMES.get(each)).ifPresent(names::add));
        return new Digests(providers, names);
    }

    /** For what a {@code micalg} parameter announces (RFC 8551 section 3.5.3.2); SHA-256 where it says nothing that we know. */
    public static Digests announced(Providers providers, String micalg) {
        Set<String> names = new LinkedHashSet<>();
        for (String each : micalg.split(",")) {
            String name = ANNOUNCED.get(plain(each));
            if (name != null) {
                names.add(name);
            }
        }
        return new Digests(providers, names.isEmpty() ? Set.of("SHA-256") : names);
    }

    private static String plain(String name) {
        var plain = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = Character.toLowerCase(name.charAt(i));
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    static String name(ASN1ObjectIdentifier algorithm) throws NoSuchAlgorithmException {
        String name = NAMES.get(algorithm);
        if (name == null) {
            throw new NoSuchAlgorithmException("a digest that we do not know");
        }
        return name;
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        running.values().forEach(each -> each.update(bytes, offset, length));
    }

    /** Whether there is a digest for this algorithm, or never will be. */
    public boolean has(ASN1ObjectIdentifier algorithm) {
        String name = NAMES.get(algorithm);
        return name == null || running.containsKey(name);
    }

    /** The digest, once everything has passed by; empty for an algorithm that was not asked for. */
    public Optional<byte[]> of(ASN1ObjectIdentifier algorithm) {
        String name = NAMES.get(algorithm);
        if (name == null) {
            return Optional.empty();
        }
        MessageDigest digest = running.get(name);
        return digest == null ? Optional.empty() : Optional.of(made.computeIfAbsent(name, any -> digest.digest()));
    }
}
