package org.spocgateway.transferlog;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.spocgateway.terms.Actor;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.InboundId;
import org.spocgateway.terms.MailAddress;
import org.spocgateway.terms.TransferId;

/** One entry before it is appended: a type, a direction and only such fields as {@link Field} allows. */
public final class Entry {
    private static final int MOST_WORDS = 32;
    private static final long LARGEST = (1L << 53) - 1;
    private static final Pattern COMMITTED = Pattern.compile("[a-z][a-z0-9_]{0,31}");
    private static final Pattern DIRECTORY_ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    private final EntryType type;
    private final Direction direction;
    private final Map<Field, Object> fields = new EnumMap<>(Field.class);
    private final Map<String, String> committed = new TreeMap<>();
    private Actor actor = Actor.system();
    private @Nullable Actor approver;
    private @Nullable TransferId transfer;
    private @Nullable InboundId inbound;
    private @Nullable CaseId caseId;
    private @Nullable MailAddress recipient;
    private @Nullable MailAddress sender;
    private @Nullable String organisation;
    private @Nullable Checkpoint previous;

    private Entry(EntryType type, Direction direction) {
        this.type = type;
        this.direction = direction;
    }

    /** An entry of this type. */
    public static Entry of(EntryType type, Direction direction) {
        return new Entry(type, direction);
    }

    /** Names the outgoing transfer it belongs to. */
    public Entry transfer(TransferId id) {
        transfer = id;
        return this;
    }

    /** Names the inbound message it belongs to. */
    public Entry inbound(InboundId id) {
        inbound = id;
        return this;
    }

    /** Adds {@code case_tag}: an HMAC that links entries of one case and goes when the case is erased. */
    public Entry aboutCase(CaseId id) {
        caseId = id;
        return this;
    }

    /** Adds {@code recipient_ref} (an HMAC) and {@code to_domain}; the local part never enters. */
    public Entry to(MailAddress recipient) {
        this.recipient = recipient;
        return this;
    }

    /** Adds {@code from_domain} only. */
    public Entry from(MailAddress sender) {
        this.sender = sender;
        return this;
    }

    /** Adds {@code partner_ref}, and the organisation's directory id to the reviewers' table. */
    public Entry organisation(String directoryId) {
        if (!DIRECTORY_ID.matcher(directoryId).matches()) {
            throw new IllegalArgumentException("organisation: not a directory id");
        }
        organisation = directoryId;
        return this;
    }

    /** Who did it; the gateway itself when not said. */
    public Entry by(Actor actor) {
        this.actor = actor;
        return this;
    }

    /** A second person, where one was needed. */
    public Entry approvedBy(Actor actor) {
        approver = actor;
        return this;
    }

    /**
     * A word.
     *
     * @throws IllegalArgumentException if the value has not the field's shape; the message names the field, never the value
     */
    public Entry with(Field field, String value) {
        return field.shape.many() ? with(field, List.of(value.split(",", -1))) : put(field, value, value);
    }

    /** Several words. */
    public Entry with(Field field, Collection<String> values) {
        if (!field.shape.many() || values.size() > MOST_WORDS) {
            throw misfit(field);
        }
        values.forEach(value -> put(field, value, value));
        return values.isEmpty() ? this : put(field, List.copyOf(values).get(0), String.join(",", values));
    }

    /** A number within ±(2^53−1). */
    public Entry with(Field field, long value) {
        if (value > LARGEST || value < -LARGEST) {
            throw misfit(field);
        }
        return put(field, Long.toString(value), value);
    }

    /** Yes or no. */
    public Entry with(Field field, boolean value) {
        return put(field, Boolean.toString(value), value);
    }

    /** A commitment to a value that must not be readable: HMAC under a fresh salt kept apart, so that it can be revealed or erased. */
    public Entry committed(String field, String value) {
        if (!COMMITTED.matcher(field).matches()) {
            throw new IllegalArgumentException("committed: not a field's name");
        }
        committed.put(field, value);
        return this;
    }

    /** The last checkpoint of the shard before: entry 0 of a shard only. */
    Entry previous(Checkpoint checkpoint) {
        previous = checkpoint;
        return this;
    }

    private Entry put(Field field, String text, Object value) {
        if (!field.shape.fits(text) || field.shape.isText() != (value instanceof String)) {
            throw misfit(field);
        }
        fields.put(field, value);
        return this;
    }

    private static IllegalArgumentException misfit(Field field) {
        return new IllegalArgumentException("a value has not the shape of field " + field + ": " + field.shape);
    }

    EntryType type() {
        return type;
    }

    Direction direction() {
        return direction;
    }

    Map<Field, Object> fields() {
        return fields;
    }

    /** A field as text. */
    Optional<String> text(Field field) {
        return Optional.ofNullable(fields.get(field)).map(Object::toString);
    }

    Map<String, String> committed() {
        return committed;
    }

    Actor actor() {
        return actor;
    }

    Optional<Actor> approver() {
        return Optional.ofNullable(approver);
    }

    Optional<TransferId> transfer() {
        return Optional.ofNullable(transfer);
    }

    Optional<InboundId> inbound() {
        return Optional.ofNullable(inbound);
    }

    Optional<CaseId> caseId() {
        return Optional.ofNullable(caseId);
    }

    Optional<MailAddress> recipient() {
        return Optional.ofNullable(recipient);
    }

    Optional<MailAddress> sender() {
        return Optional.ofNullable(sender);
    }

    Optional<String> organisation() {
        return Optional.ofNullable(organisation);
    }

    Optional<Checkpoint> previous() {
        return Optional.ofNullable(previous);
    }
}
