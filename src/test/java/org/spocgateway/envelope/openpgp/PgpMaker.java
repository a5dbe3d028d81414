package org.spocgateway.envelope.openpgp;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Date;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.bcpg.CompressionAlgorithmTags;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPCompressedDataGenerator;
import org.bouncycastle.openpgp.PGPEncryptedDataGenerator;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPLiteralDataGenerator;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.api.OpenPGPCertificate;
import org.bouncycastle.openpgp.api.OpenPGPKey;
import org.bouncycastle.openpgp.api.bc.BcOpenPGPApi;
import org.bouncycastle.openpgp.operator.bc.BcPGPDataEncryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyKeyEncryptionMethodGenerator;
import org.pgpainless.PGPainless;
import org.pgpainless.algorithm.DocumentSignatureType;
import org.pgpainless.encryption_signing.EncryptionOptions;
import org.pgpainless.encryption_signing.EncryptionStream;
import org.pgpainless.encryption_signing.ProducerOptions;
import org.pgpainless.encryption_signing.SigningOptions;
import org.pgpainless.key.protection.SecretKeyRingProtector;
import org.pgpainless.util.Passphrase;

/** Keys and OpenPGP messages of the invented world, made anew in every run. */
public final class PgpMaker {
    public static final String PASSPHRASE = "for tests only";
    private static final SecretKeyRingProtector OPEN = SecretKeyRingProtector.unprotectedKeys();

    private PgpMaker() {}

    /** Ed25519 and X25519, version 4, without a passphrase. */
    public static PGPSecretKeyRing person(String address) {
        return PGPainless.generateKeyRing().modernKeyRing("Somebody <" + address + ">");
    }

    /** Ed25519 and X25519, version 6. */
    public static PGPSecretKeyRing modern(String address) {
        try {
            return new BcOpenPGPApi()
                    .generateKey(6)
                    .ed25519x25519Key("Somebody <" + address + ">")
                    .build()
                    .getPGPSecretKeyRing();
        } catch (PGPException e) {
            throw new AssertionError(e);
        }
    }

    public static PGPPublicKeyRing certificate(PGPSecretKeyRing key) {
        return PGPainless.extractCertificate(key);
    }

    public static String armored(PGPSecretKeyRing key) {
        return PGPainless.asciiArmor(certificate(key));
    }

    /** A key of ours in a file, under a passphrase. */
    public static SecretKeys ours(String name, PGPSecretKeyRing key, Path folder) {
        try {
            Path file = folder.resolve(name + ".asc");
            Files.writeString(file, PGPainless.asciiArmor(locked(key)));
            return SecretKeys.load(name, file, PASSPHRASE.toCharArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static PGPSecretKeyRing locked(PGPSecretKeyRing key) {
        try {
            if (key.getPublicKey().getVersion() == 4) {
                return PGPainless.modifyKeyRing(key)
                        .changePassphraseFromOldPassphrase(Passphrase.emptyPassphrase())
                        .withSecureDefaultSettings()
                        .toNewPassphrase(Passphrase.fromPassword(PASSPHRASE))
                        .done();
            }
            var editor = new BcOpenPGPApi().editKey(new OpenPGPKey(key));
            for (OpenPGPCertificate.OpenPGPComponentKey each : new OpenPGPKey(key).getKeys()) {
                editor.changePassphrase(each.getKeyIdentifier(), (char[]) null, PASSPHRASE.toCharArray(), false);
            }
            return editor.done().getPGPSecretKeyRing();
        } catch (PGPException e) {
            throw new AssertionError(e);
        }
    }

    /** Binary; sealed with AES and MDC, signed inside. */
    public static byte[] sealedAndSigned(byte[] content, PGPSecretKeyRing to, PGPSecretKeyRing by) {
        return made(
                content, ProducerOptions.signAndEncrypt(sealing(to), inline(by)).setAsciiArmor(false));
    }

    public static byte[] sealed(byte[] content, PGPSecretKeyRing to) {
        return made(content, ProducerOptions.encrypt(sealing(to)).setAsciiArmor(false));
    }

    /** Binary; signed, not sealed. */
    public static byte[] signed(byte[] content, PGPSecretKeyRing... by) {
        var options = SigningOptions.get();
        for (PGPSecretKeyRing each : by) {
            add(options, each);
        }
        return made(content, ProducerOptions.sign(options).setAsciiArmor(false));
    }

    /** A clear-signed text. */
    public static byte[] clearSigned(byte[] content, PGPSecretKeyRing by) {
        return made(content, ProducerOptions.sign(clear(by)).setCleartextSigned());
    }

    /** An armoured signature to stand beside its content. */
    public static byte[] beside(byte[] content, PGPSecretKeyRing by) {
        return beside(content, by, SigningOptions.get());
    }

    static byte[] beside(byte[] content, PGPSecretKeyRing by, SigningOptions options) {
        try {
            options.addDetachedSignature(OPEN, by, DocumentSignatureType.BINARY_DOCUMENT);
            EncryptionStream stream = PGPainless.encryptAndOrSign()
                    .onOutputStream(OutputStream.nullOutputStream())
                    .withOptions(ProducerOptions.sign(options));
            stream.write(content);
            stream.close();
            var signature = stream.getResult()
                    .getDetachedSignatures()
                    .flatten()
                    .iterator()
                    .next();
            return PGPainless.asciiArmor(signature).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        } catch (PGPException | IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Binary; version 6 recipients get a container with OCB and version 6 packets (RFC 9580). */
    public static byte[] modernSealedAndSigned(byte[] content, PGPSecretKeyRing to, PGPSecretKeyRing by) {
        try {
            var out = new ByteArrayOutputStream();
            var generator = new BcOpenPGPApi()
                    .signAndOrEncryptMessage()
                    .addEncryptionCertificate(new OpenPGPKey(to).toCertificate())
                    .addSigningKey(new OpenPGPKey(by))
                    .setArmored(false);
            try (OutputStream in = generator.open(out)) {
                in.write(content);
            }
            return out.toByteArray();
        } catch (PGPException | IOException e) {
            throw new AssertionError(e);
        }
    }

    /** A literal packet. */
    public static byte[] literal(byte[] content) {
        try {
            var out = new ByteArrayOutputStream();
            try (OutputStream in =
                    new PGPLiteralDataGenerator().open(out, PGPLiteralData.BINARY, "", content.length, new Date(0))) {
                in.write(content);
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Packets within one layer of compression. */
    public static byte[] compressed(byte[] packets) {
        return compressed(packets, CompressionAlgorithmTags.ZIP);
    }

    static byte[] compressed(byte[] packets, int algorithm) {
        try {
            var out = new ByteArrayOutputStream();
            var generator = new PGPCompressedDataGenerator(algorithm);
            try (OutputStream in = generator.open(out)) {
                in.write(packets);
            }
            generator.close();
            return out.toByteArray();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Any packets, sealed with or without MDC, or in GnuPG's OCB container. */
    public static byte[] container(byte[] packets, PGPSecretKeyRing to, boolean isProtected, boolean isOcb) {
        try {
            PGPPublicKey key = PGPainless.inspectKeyRing(to)
                    .getEncryptionSubkeys(org.pgpainless.algorithm.EncryptionPurpose.ANY)
                    .get(0);
            var builder = new BcPGPDataEncryptorBuilder(SymmetricKeyAlgorithmTags.AES_256)
                    .setWithIntegrityPacket(isProtected)
                    .setSecureRandom(new SecureRandom());
            if (isOcb) {
                builder.setWithAEAD(org.bouncycastle.bcpg.AEADAlgorithmTags.OCB, 6)
                        .setUseV5AEAD();
            }
            var generator = new PGPEncryptedDataGenerator(builder);
            generator.addMethod(new BcPublicKeyKeyEncryptionMethodGenerator(key));
            var out = new ByteArrayOutputStream();
            try (OutputStream in = generator.open(out, packets.length)) {
                in.write(packets);
            }
            return out.toByteArray();
        } catch (PGPException | IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Packets in armour. */
    public static String message(byte[] packets) {
        try {
            var out = new ByteArrayOutputStream();
            try (var armor =
                    ArmoredOutputStream.builder().clearHeaders().enableCRC(true).build(out)) {
                new ByteArrayInputStream(packets).transferTo(armor);
            }
            return out.toString(java.nio.charset.StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EncryptionOptions sealing(PGPSecretKeyRing to) {
        return EncryptionOptions.encryptCommunications().addRecipient(certificate(to));
    }

    private static SigningOptions inline(PGPSecretKeyRing by) {
        return add(SigningOptions.get(), by);
    }

    private static SigningOptions add(SigningOptions options, PGPSecretKeyRing by) {
        try {
            return options.addInlineSignature(OPEN, by, DocumentSignatureType.BINARY_DOCUMENT);
        } catch (PGPException e) {
            throw new AssertionError(e);
        }
    }

    private static SigningOptions clear(PGPSecretKeyRing by) {
        try {
            return SigningOptions.get().addDetachedSignature(OPEN, by, DocumentSignatureType.CANONICAL_TEXT_DOCUMENT);
        } catch (PGPException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] made(byte[] content, ProducerOptions options) {
        try {
            var out = new ByteArrayOutputStream();
            try (EncryptionStream stream =
                    PGPainless.encryptAndOrSign().onOutputStream(out).withOptions(options)) {
                stream.write(content);
            }
            return out.toByteArray();
        } catch (PGPException | IOException e) {
            throw new AssertionError(e);
        }
    }
}
