package org.spocgateway.envelope.openpgp;

import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.openpgp.PGPEncryptedDataList;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKeyEncryptedData;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyDataDecryptorFactory;

/**
 * One sealed container: opens it with whichever of our keys it is sealed to, whole and after its MDC or tags were checked, or not at all
 * (RFC 9580 sections 5.1, 5.13; the OCB container of GnuPG 2.3 too).
 */
final class Sealed {
    /** Recipients that are looked at; each costs a private-key operation. */
    private static final int RECIPIENTS_MOST = 32;
    /** 4 MiB, the largest that section 5.13.2 allows. */
    private static final int CHUNK_MOST = 16;

    /** What was inside. */
    record Plain(byte[] packets, String key, String cipher) {}

    private final SecretKeys keys;
    private final Bounds bounds;

    Sealed(SecretKeys keys, Bounds bounds) {
        this.keys = keys;
        this.bounds = bounds;
    }

    /** @throws Refusal any but TOO_LARGE */
    Plain open(List<Packet> packets) {
        Packet container = packets.get(packets.size() - 1);
        List<Packet> before = packets.subList(0, packets.size() - 1);
        check(container, before);
        boolean isOurs = false;
        for (Packet each : before.stream().limit(RECIPIENTS_MOST).toList()) {
            for (SecretKeys.Own own : Recipient.of(each, keys)) {
                isOurs = true;
                Optional<Plain> plain = attempt(each, container, own);
                if (plain.isPresent()) {
                    return plain.get();
                }
            }
        }
        throw new Refusal(isOurs ? Refusal.Why.DAMAGED : Refusal.Why.RECIPIENT);
    }

    private static void check(Packet container, List<Packet> before) {
        boolean isMessage = before.stream()
                .allMatch(each -> each.type() == Packet.PUBLIC_KEY_SESSION || each.type() == Packet.PASSWORD_SESSION);
        if (!container.isSealed() || !isMessage) {
            throw new Refusal(Refusal.Why.MALFORMED);
        }
        if (container.type() == Packet.SEALED_BARE) {
            throw new Refusal(Refusal.Why.INTEGRITY);
        }
        int version = container.octet(0);
        boolean isAead = container.type() == Packet.SEALED_AEAD || version == 2;
        if (version != 1 && (version != 2 || container.type() == Packet.SEALED_AEAD)) {
            throw new Refusal(Refusal.Why.VERSION);
        }
        if (isAead
                && (Strong.cipher(container.octet(1)).isEmpty()
                        || Strong.mode(container.octet(2)).isEmpty())) {
            throw new Refusal(Refusal.Why.ALGORITHM);
        }
        if (isAead && container.octet(3) > CHUNK_MOST) {
            throw new Refusal(Refusal.Why.MALFORMED);
        }
    }

    private Optional<Plain> attempt(Packet recipient, Packet container, SecretKeys.Own own) {
        try {
            var list = new PGPEncryptedDataList(new SequenceInputStream(recipient.stream(), container.stream()));
            var data = (PGPPublicKeyEncryptedData) list.get(0);
            var factory = new BcPublicKeyDataDecryptorFactory(own.key());
            boolean isAead = container.type() == Packet.SEALED_AEAD || container.octet(0) == 2;
            Optional<String> cipher = Strong.cipher(isAead ? container.octet(1) : data.getSymmetricAlgorithm(factory));
            if (cipher.isEmpty()) {
                throw new Refusal(Refusal.Why.ALGORITHM);
            }
            byte[] packets = content(data, factory, isAead);
            String mode = isAead ? Strong.mode(container.octet(2)).orElseThrow() : "MDC";
            return Optional.of(new Plain(packets, own.name(), cipher.get() + "-" + mode));
        } catch (IOException | PGPException e) {
            return Optional.empty();
        } catch (Refusal e) {
            throw e;
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private byte[] content(PGPPublicKeyEncryptedData data, BcPublicKeyDataDecryptorFactory factory, boolean isAead)
            throws PGPException, IOException {
        try (InputStream in = data.getDataStream(factory)) {
            byte[] packets = Bounded.read(in, bounds.bytes());
            if (!isAead && !data.verify()) {
                throw new PGPException("MDC");
            }
            return packets;
        }
    }

    /** Without what says nothing. */
    static List<Packet> without(List<Packet> packets) {
        return new ArrayList<>(packets.stream().filter(each -> !each.isFiller()).toList());
    }
}
