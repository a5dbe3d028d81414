package org.spocgateway.transferlog;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.spocgateway.terms.Actor;
import org.spocgateway.transferlog.Appender.Prepared;
import org.spocgateway.vault.Vault;

/** Turns an entry into the bytes of its leaf: schema {@code v:1}, RFC 8785, at most 8 KiB, no personal data. */
final class Leaves {
    private static final int LARGEST = 8 * 1024;
    private static final int PSEUDONYM_BYTES = 16;
    private static final DateTimeFormatter TO_THE_MILLISECOND = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final TransferLogSettings settings;
    private final Vault vault;
    private final Clock clock;
    private final RandomNames names;
    private final String boot;
    private final long started = System.nanoTime();

    Leaves(TransferLogSettings settings, Vault vault, Clock clock, SecureRandom random) {
        this.settings = settings;
        this.vault = vault;
        this.clock = clock;
        names = new RandomNames(random);
        boot = names.next();
    }

    /** The bytes that are hashed and stored, and the time in them. */
    record Leaf(Instant at, byte[] bytes) {}

    /** The leaf of this entry at this position. */
    Leaf leaf(String shard, long seq, Prepared prepared) {
        Entry entry = prepared.entry();
        Instant at = clock.instant();
        var members = new TreeMap<String, Object>();
        members.put("v", 1);
        members.put("shard", shard);
        members.put("seq", seq);
        members.put("id", prepared.id());
        members.put("at", TO_THE_MILLISECOND.format(at));
        members.put("boot", boot);
        members.put("mono_ms", (System.nanoTime() - started) / 1_000_000);
        members.put("type", entry.type().word());
        members.put("dir", entry.direction().name().toLowerCase(Locale.ROOT));
        entry.fields().forEach((field, value) -> members.put(field.key(), value));
        references(shard, entry, members);
        prepared.caseSecret().ifPresent(secret -> members.put("case_tag", caseTag(shard, secret)));
        if (!prepared.commitments().isEmpty()) {
            members.put("committed", prepared.commitments());
        }
        byte[] bytes = CanonicalJson.of(members).getBytes(StandardCharsets.UTF_8);
        if (bytes.length > LARGEST) {
            throw new IllegalArgumentException("a leaf is at most 8 KiB");
        }
        return new Leaf(at, bytes);
    }

    /** A fresh random name for an entry: 128 bits. */
    String name() {
        return names.next();
    }

    private void references(String shard, Entry entry, Map<String, Object> members) {
        members.put("actor", actor(shard, entry.actor()));
        entry.approver().ifPresent(actor -> members.put("approver", actor(shard, actor)));
        entry.transfer().ifPresent(transfer -> members.put("transfer", transfer.value()));
        entry.inbound().ifPresent(inbound -> members.put("inbound", inbound.value()));
        entry.organisation().ifPresent(id -> members.put("partner_ref", pseudonym(shard, "partner", id)));
        entry.sender().flatMap(settings::domain).ifPresent(domain -> members.put("from_domain", domain));
        entry.recipient().ifPresent(recipient -> {
            settings.domain(recipient).ifPresent(domain -> members.put("to_domain", domain));
            members.put("recipient_ref", pseudonym(shard, "recipient", recipient.value()));
        });
        entry.previous()
                .ifPresent(last -> members.put(
                        "previous",
                        Map.of("shard", last.shard(), "size", last.size(), "checkpoint_sha256", sha256(last.note()))));
    }

    /** A partner's directory id can tell a condition (a clinic, a refuge), so it is a pseudonym here too. */
    private Map<String, Object> actor(String shard, Actor actor) {
        String ref = actor.role() == Actor.Role.PARTNER ? pseudonym(shard, "partner", actor.ref()) : actor.ref();
        return Map.of("role", actor.role().name().toLowerCase(Locale.ROOT), "ref", ref);
    }

    /** Links the entries of one case in one shard; nobody can make it again once the case is erased. */
    private static String caseTag(String shard, byte[] secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            byte[] whole = mac.doFinal(("transfer-log/" + shard + "/case").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(whole, PSEUDONYM_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", e);
        }
    }

    /** Equal values of one shard are equal, and nothing else can be told without the vault's key. */
    private String pseudonym(String shard, String purpose, String value) {
        byte[] whole = vault.index("transfer-log/" + shard + "/" + purpose, value);
        return HexFormat.of().formatHex(Arrays.copyOf(whole, PSEUDONYM_BYTES));
    }

    private static String sha256(String note) {
        return HexFormat.of().formatHex(TreeHash.sha256().digest(note.getBytes(StandardCharsets.UTF_8)));
    }
}
