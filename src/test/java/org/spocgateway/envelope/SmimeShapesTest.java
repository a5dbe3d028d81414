package org.spocgateway.envelope;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.KeyAgreeRecipientIdentifier;
import org.bouncycastle.asn1.cms.KeyAgreeRecipientInfo;
import org.bouncycastle.asn1.cms.OriginatorIdentifierOrKey;
import org.bouncycastle.asn1.cms.OriginatorPublicKey;
import org.bouncycastle.asn1.cms.RecipientEncryptedKey;
import org.bouncycastle.asn1.cms.RecipientInfo;
import org.bouncycastle.asn1.cms.ecc.ECCCMSSharedInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSAuthEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSCompressedDataGenerator;
import org.bouncycastle.cms.CMSEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.RecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKEMRecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JceKeyAgreeRecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.ZlibCompressor;
import org.bouncycastle.jcajce.spec.UserKeyingMaterialSpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.GenericKey;
import org.bouncycastle.operator.OutputAEADEncryptor;
import org.bouncycastle.operator.jcajce.JcaAlgorithmParametersConverter;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spocgateway.directory.PinnedSigner;
import org.spocgateway.terms.MailAddress;

/** Every kind of key and cipher of RFC 8551 and its family, written by BouncyCastle and read by us. */
class SmimeShapesTest {
    private static final BouncyCastleProvider BC = new BouncyCastleProvider();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Map<String, Pair> MADE = new HashMap<>();
    private static final String FROM = "prevent.referrals@northmere.police.uk";
    private static final byte[] ENTITY =
            "Content-Type: text/plain\r\n\r\nChecks on T.R. 2001 are complete.\r\n".getBytes(US_ASCII);

    /** A key with a certificate that a fresh elliptic key issued. */
    private record Pair(KeyPair keys, X509Certificate certificate) {
        /** One of a kind is made and then taken again, since RSA keys take their time. */
        static Pair of(String algorithm, String parameters) throws Exception {
            Pair known = MADE.get(algorithm + parameters);
            Pair pair = known == null ? made(algorithm, parameters) : known;
            MADE.put(algorithm + parameters, pair);
            return pair;
        }

        private static Pair made(String algorithm, String parameters) throws Exception {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm, BC);
            if (algorithm.equals("RSA")) {
                generator.initialize(Integer.parseInt(parameters));
            } else if (algorithm.equals("EC")) {
                generator.initialize(new ECGenParameterSpec(parameters));
            }
            KeyPair keys = generator.generateKeyPair();
            KeyPairGenerator issuer = KeyPairGenerator.getInstance("EC", BC);
            issuer.initialize(new ECGenParameterSpec("P-256"));
            var builder = new X509v3CertificateBuilder(
                    new X500Name("CN=issuer"),
                    new BigInteger(64, RANDOM),
                    Date.from(Instant.now().minusSeconds(3600)),
                    Date.from(Instant.now().plusSeconds(86_400)),
                    new X500Name("CN=key"),
                    SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded()));
            var signer = new JcaContentSignerBuilder("SHA256withECDSA")
                    .setProvider(BC)
                    .build(issuer.generateKeyPair().getPrivate());
            return new Pair(keys, new JcaX509CertificateConverter().getCertificate(builder.build(signer)));
        }

        Envelopes envelopes() {
            var own = new KeyRing.OwnKey("ours", keys.getPrivate(), certificate);
            return new Envelopes(new KeyRing(List.of(own)), List.of(), Limits.USUAL, Clock.systemUTC());
        }

        Pins pins() {
            return new Pins(List.of(new PinnedSigner(new MailAddress(FROM), certificate)));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SHA-1, SHA-1",
        "SHA-256, SHA-1",
        "SHA-1, SHA-256",
        "SHA-256, SHA-256",
        "SHA-384, SHA-256",
        "SHA-512, SHA-512",
        "SHA-224, SHA-384"
    })
    void oaep_with_any_two_digests_opens(String digest, String mask) throws Exception {
        Pair pair = Pair.of("RSA", "2048");
        AlgorithmIdentifier oaep = new JcaAlgorithmParametersConverter()
                .getAlgorithmIdentifier(
                        PKCSObjectIdentifiers.id_RSAES_OAEP,
                        new OAEPParameterSpec(digest, "MGF1", new MGF1ParameterSpec(mask), PSource.PSpecified.DEFAULT));

        opensBothWays(pair, new JceKeyTransRecipientInfoGenerator(pair.certificate, oaep).setProvider(BC), "RSA-OAEP");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2048", "3072"})
    void rsa_opens(String bits) throws Exception {
        Pair pair = Pair.of("RSA", bits);

        opensBothWays(pair, new JceKeyTransRecipientInfoGenerator(pair.certificate).setProvider(BC), "RSA");
    }

    @ParameterizedTest
    @CsvSource({
        "P-256, ECDH_SHA1KDF",
        "P-256, ECDH_SHA256KDF",
        "P-384, ECDH_SHA384KDF",
        "P-521, ECDH_SHA512KDF",
        "P-256, ECCDH_SHA256KDF",
        "P-384, ECCDH_SHA1KDF",
        "brainpoolP256r1, ECDH_SHA256KDF"
    })
    void elliptic_curves_open(String curve, String scheme) throws Exception {
        Pair pair = Pair.of("EC", curve);
        KeyPairGenerator once = KeyPairGenerator.getInstance("EC", BC);
        once.initialize(new ECGenParameterSpec(curve));

        opensBothWays(pair, agreement(pair, once.generateKeyPair(), scheme), "ECDH");
    }

    @ParameterizedTest
    @CsvSource({
        "X25519, SHA256KDF, 1.3.132.1.11.1",
        "X25519, SHA256HKDF, 1.2.840.113549.1.9.16.3.19",
        "X448, SHA512KDF, 1.3.132.1.11.3",
        "X448, SHA512HKDF, 1.2.840.113549.1.9.16.3.21"
    })
    void montgomery_curves_open(String curve, String derivation, String scheme) throws Exception {
        Pair pair = Pair.of(curve, "");

        opensBothWays(pair, key -> montgomery(pair, curve, derivation, scheme, key), curve);
    }

    /** BouncyCastle agrees on such keys but writes no entries for them. */
    private static RecipientInfo montgomery(
            Pair pair, String curve, String derivation, String scheme, GenericKey content) {
        try {
            KeyPair once = KeyPairGenerator.getInstance(curve, BC).generateKeyPair();
            var wrap = new AlgorithmIdentifier(CMSAlgorithm.AES256_WRAP);
            byte[] bound = new ECCCMSSharedInfo(wrap, new byte[] {0, 0, 1, 0}).getEncoded("DER");
            KeyAgreement agreement = KeyAgreement.getInstance(curve + "with" + derivation, BC);
            agreement.init(once.getPrivate(), new UserKeyingMaterialSpec(bound));
            agreement.doPhase(pair.keys.getPublic(), true);
            Cipher cipher = Cipher.getInstance("AESWrap", BC);
            cipher.init(Cipher.WRAP_MODE, agreement.generateSecret("AES[256]"));
            byte[] wrapped = cipher.wrap(new SecretKeySpec((byte[]) content.getRepresentation(), "AES"));
            var holder = new JcaX509CertificateHolder(pair.certificate);
            var name = new KeyAgreeRecipientIdentifier(
                    new IssuerAndSerialNumber(holder.getIssuer(), holder.getSerialNumber()));
            SubjectPublicKeyInfo key =
                    SubjectPublicKeyInfo.getInstance(once.getPublic().getEncoded());
            return new RecipientInfo(new KeyAgreeRecipientInfo(
                    new OriginatorIdentifierOrKey(new OriginatorPublicKey(
                            key.getAlgorithm(), key.getPublicKeyData().getOctets())),
                    null,
                    new AlgorithmIdentifier(new ASN1ObjectIdentifier(scheme), wrap),
                    new DERSequence(new RecipientEncryptedKey(name, new DEROctetString(wrapped)))));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ML-KEM-512", "ML-KEM-768", "ML-KEM-1024"})
    void ml_kem_opens(String kind) throws Exception {
        Pair pair = Pair.of(kind, "");
        var recipient = new JceKEMRecipientInfoGenerator(
                        new JcaX509CertificateConverter()
                                .setProvider(BC)
                                .getCertificate(new JcaX509CertificateHolder(pair.certificate)),
                        CMSAlgorithm.AES256_WRAP)
                .setKDF(new AlgorithmIdentifier(PKCSObjectIdentifiers.id_alg_hkdf_with_sha256))
                .setProvider(BC);

        opensBothWays(pair, recipient, kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AES128_CBC", "AES192_CBC", "AES256_CBC", "DES_EDE3_CBC", "RC2_CBC"})
    void every_block_cipher_opens(String cipher) throws Exception {
        Pair pair = Pair.of("RSA", "2048");
        var recipient = new JceKeyTransRecipientInfoGenerator(pair.certificate).setProvider(BC);

        Opened opened = opened(pair, mail("enveloped-data", block(recipient, algorithm(cipher))));

        assertThat(opened.content().bytes()).isEqualTo(ENTITY);
        assertThat(opened.integrity()).isFalse();
        assertThat(opened.findings().contains(Fault.WEAK_CIPHER))
                .isEqualTo(cipher.startsWith("DES") || cipher.startsWith("RC2"));
    }

    @Test
    void large_content_under_chacha20_is_opened_and_under_ccm_is_too_large() throws Exception {
        Pair pair = Pair.of("RSA", "2048");
        var recipient = new JceKeyTransRecipientInfoGenerator(pair.certificate).setProvider(BC);
        byte[] large = join(ENTITY, new byte[5_000_000]);
        byte[] cms = tagged(recipient, algorithm("ChaCha20Poly1305"), large);

        Opened opened = opened(pair, mail("authEnveloped-data", cms));
        cms[cms.length / 2] ^= 1;
        Opening changed = pair.envelopes().open(mail("authEnveloped-data", cms), pair.pins());
        byte[] counted = tagged(recipient, algorithm("AES256_CCM"), large);

        assertThat(opened.content().bytes()).isEqualTo(large);
        assertThat(changed).isEqualTo(new Unopened(Fault.DAMAGED));
        assertThat(pair.envelopes().open(mail("authEnveloped-data", counted), pair.pins()))
                .isEqualTo(new Unopened(Fault.TOO_LARGE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"AES128_GCM", "AES192_GCM", "AES256_GCM", "AES128_CCM", "AES256_CCM", "ChaCha20Poly1305"})
    void every_authenticated_cipher_opens_and_refuses_a_changed_tag(String cipher) throws Exception {
        Pair pair = Pair.of("RSA", "2048");
        var recipient = new JceKeyTransRecipientInfoGenerator(pair.certificate).setProvider(BC);
        byte[] cms = tagged(recipient, algorithm(cipher));

        Opened opened = opened(pair, mail("authEnveloped-data", cms));
        int last = cms.length - 1;
        while (cms[last] == 0) {
            last--;
        }
        cms[last] ^= 1;

        assertThat(opened.content().bytes()).isEqualTo(ENTITY);
        assertThat(opened.integrity()).isTrue();
        assertThat(pair.envelopes().open(mail("authEnveloped-data", cms), pair.pins()))
                .isEqualTo(new Unopened(Fault.DAMAGED));
    }

    @ParameterizedTest
    @CsvSource({
        "RSA, 2048, SHA256withRSA",
        "RSA, 3072, SHA512withRSA",
        "RSA, 2048, SHA256withRSAandMGF1",
        "RSA, 2048, SHA384withRSAandMGF1",
        "RSA, 2048, SHA3-256withRSA",
        "EC, P-256, SHA256withECDSA",
        "EC, P-384, SHA384withECDSA",
        "EC, P-521, SHA512withECDSA",
        "EC, brainpoolP256r1, SHA256withECDSA",
        "Ed25519, '', Ed25519",
        "Ed448, '', Ed448",
        "ML-DSA-44, '', ML-DSA-44",
        "ML-DSA-65, '', ML-DSA-65",
        "ML-DSA-87, '', ML-DSA-87"
    })
    void every_signature_is_checked_with_its_content_inside_and_beside(String key, String parameters, String algorithm)
            throws Exception {
        Pair pair = Pair.of(key, parameters);
        for (UnaryOperator<byte[]> around : List.<UnaryOperator<byte[]>>of(
                content -> inside(pair, algorithm, content), content -> beside(pair, algorithm, content))) {
            byte[] mail = around.apply(ENTITY);
            int at = new String(mail, US_ASCII).indexOf("T.R. 2001");
            Opened good = opened(pair, mail);

            assertThat(good.content().bytes()).isEqualTo(ENTITY);
            assertThat(good.signature()).as("%s %s", algorithm, good.findings()).isEqualTo(Signature.VALID);
            assertThat(good.pinned()).isTrue();
            if (at > 0) {
                mail[at] ^= 1;
                assertThat(opened(pair, mail).signature()).isEqualTo(Signature.INVALID);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 5_000_000})
    void compressed_content_is_unpacked_as_long_as_it_stays_in_proportion(int size) throws Exception {
        Pair pair = Pair.of("EC", "P-256");
        byte[] random = new byte[size / 2];
        RANDOM.nextBytes(random);
        byte[] fair = join(ENTITY, Base64.getMimeEncoder().encode(random));
        byte[] bomb = join(ENTITY, new byte[size]);

        assertThat(opened(pair, mail("compressed-data", compressed(fair)))
                        .content()
                        .bytes())
                .isEqualTo(fair);
        Opening unpacked = pair.envelopes().open(mail("compressed-data", compressed(bomb)), pair.pins());
        if (size > 1 << 20) {
            assertThat(unpacked).isEqualTo(new Unopened(Fault.TOO_LARGE));
        }
    }

    private static void opensBothWays(Pair pair, RecipientInfoGenerator recipient, String transport) throws Exception {
        Opened block = opened(pair, mail("enveloped-data", block(recipient, CMSAlgorithm.AES256_CBC)));
        Opened tagged = opened(pair, mail("authEnveloped-data", tagged(recipient, CMSAlgorithm.AES256_GCM)));

        assertThat(block.content().bytes()).isEqualTo(ENTITY);
        assertThat(tagged.content().bytes()).isEqualTo(ENTITY);
        assertThat(tagged.layers())
                .containsExactly(new Layer(
                        "auth-enveloped", "AES-256-GCM", tagged.layers().get(0).transport()));
        assertThat(tagged.layers().get(0).transport()).isEqualToIgnoringCase(transport);
    }

    private static Opened opened(Pair pair, byte[] mail) {
        Opening opening = pair.envelopes().open(mail, pair.pins());
        assertThat(opening).isInstanceOf(Opened.class);
        return (Opened) opening;
    }

    private static RecipientInfoGenerator agreement(Pair pair, KeyPair once, String scheme) throws Exception {
        var oid = (ASN1ObjectIdentifier) CMSAlgorithm.class.getField(scheme).get(null);
        return new JceKeyAgreeRecipientInfoGenerator(oid, once.getPrivate(), once.getPublic(), CMSAlgorithm.AES256_WRAP)
                .addRecipient(pair.certificate)
                .setProvider(BC);
    }

    private static ASN1ObjectIdentifier algorithm(String name) throws ReflectiveOperationException {
        return name.equals("RC2_CBC")
                ? CMSAlgorithm.RC2_CBC
                : (ASN1ObjectIdentifier) CMSAlgorithm.class.getField(name).get(null);
    }

    private static byte[] block(RecipientInfoGenerator recipient, ASN1ObjectIdentifier cipher) throws Exception {
        var generator = new CMSEnvelopedDataGenerator();
        generator.addRecipientInfoGenerator(recipient);
        return generator
                .generate(
                        new CMSProcessableByteArray(ENTITY),
                        new JceCMSContentEncryptorBuilder(cipher)
                                .setProvider(BC)
                                .build())
                .getEncoded();
    }

    private static byte[] tagged(RecipientInfoGenerator recipient, ASN1ObjectIdentifier cipher) throws Exception {
        return tagged(recipient, cipher, ENTITY);
    }

    private static byte[] tagged(RecipientInfoGenerator recipient, ASN1ObjectIdentifier cipher, byte[] content)
            throws Exception {
        var generator = new CMSAuthEnvelopedDataGenerator();
        generator.addRecipientInfoGenerator(recipient);
        return generator
                .generate(new CMSProcessableByteArray(content), (OutputAEADEncryptor)
                        new JceCMSContentEncryptorBuilder(cipher)
                                .setProvider(BC)
                                .build())
                .getEncoded();
    }

    private static byte[] compressed(byte[] content) throws Exception {
        return new CMSCompressedDataGenerator()
                .generate(new CMSProcessableByteArray(content), new ZlibCompressor())
                .getEncoded();
    }

    private static byte[] inside(Pair pair, String algorithm, byte[] content) {
        return mail("signed-data", signed(pair, algorithm, content, true));
    }

    private static byte[] beside(Pair pair, String algorithm, byte[] content) {
        String head = "From: " + FROM + "\r\nContent-Type: multipart/signed; boundary=b; micalg=sha-256;"
                + " protocol=\"application/pkcs7-signature\"\r\n\r\n--b\r\n";
        String between =
                "\r\n--b\r\nContent-Type: application/pkcs7-signature\r\nContent-Transfer-Encoding: base64\r\n\r\n";
        byte[] signature = Base64.getMimeEncoder().encode(signed(pair, algorithm, content, false));
        return join(
                head.getBytes(US_ASCII),
                content,
                between.getBytes(US_ASCII),
                signature,
                "\r\n--b--\r\n".getBytes(US_ASCII));
    }

    private static byte[] signed(Pair pair, String algorithm, byte[] content, boolean isInside) {
        try {
            var generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(new JcaSimpleSignerInfoGeneratorBuilder()
                    .setProvider(BC)
                    .build(algorithm, pair.keys.getPrivate(), pair.certificate));
            generator.addCertificates(new JcaCertStore(List.of(pair.certificate)));
            return generator
                    .generate(new CMSProcessableByteArray(content), isInside)
                    .getEncoded();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] mail(String kind, byte[] cms) {
        String head = "From: " + FROM + "\r\nContent-Type: application/pkcs7-mime; smime-type=" + kind
                + "; name=smime.p7m\r\nContent-Transfer-Encoding: base64\r\n\r\n";
        return join(head.getBytes(US_ASCII), Base64.getMimeEncoder().encode(cms));
    }

    private static byte[] join(byte[]... pieces) {
        var all = new ByteArrayOutputStream();
        Arrays.stream(pieces).forEach(all::writeBytes);
        return all.toByteArray();
    }
}
