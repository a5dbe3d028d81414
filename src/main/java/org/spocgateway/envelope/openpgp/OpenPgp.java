package org.spocgateway.envelope.openpgp;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Opens and verifies OpenPGP that is the whole of something; whether it is, the caller knows. */
public final class OpenPgp {
    private final SecretKeys keys;
    private final Bounds bounds;
    private final Signatures signatures;

    /** @param clock the moment at which keys must be good, beside the one at which they signed */
    public OpenPgp(SecretKeys keys, Bounds bounds, Clock clock) {
        this.keys = keys;
        this.bounds = bounds;
        this.signatures = new Signatures(clock);
    }

    /** In bytes: what is larger is refused anyway. */
    public long most() {
        return bounds.bytes();
    }

    /**
     * Opens an OpenPGP message.
     *
     * @param message binary packets
     * @param charset what the armour said of its text
     * @throws Refusal in any of its ways; nothing of the content has come out then
     */
    public Opened open(byte[] message, Optional<String> charset, PinnedKeys pins) {
        Message read = Message.of(message, keys, bounds);
        return new Opened(
                read.content(),
                read.isText() ? Optional.of("utf-8") : charset,
                read.key(),
                read.cipher(),
                signatures.judge(read.signatures(), read.content(), pins));
    }

    /**
     * Opens a text that is one armoured message or one clear-signed text and nothing else.
     *
     * @return empty if it is neither
     * @throws Refusal if it is, but cannot be opened
     */
    public Optional<Opened> text(byte[] text, PinnedKeys pins) {
        List<String> lines = Armor.lines(text);
        if (ClearSigned.begins(lines)) {
            return Optional.of(clearSigned(lines, pins));
        }
        return Armor.whole(lines)
                .filter(armor -> armor.kind().equals("MESSAGE"))
                .map(armor -> open(armor.data(), armor.charset(), pins));
    }

    private Opened clearSigned(List<String> lines, PinnedKeys pins) {
        ClearSigned read = ClearSigned.of(lines);
        Mark mark = signatures.judge(packets(read.signature()), read.signed(), pins);
        return new Opened(read.shown(), Optional.empty(), Optional.empty(), Optional.empty(), mark);
    }

    /**
     * Judges a signature that stands beside what it signs (RFC 3156 section 5).
     *
     * @param content with CR LF line ends
     * @param signature armoured, or bare packets
     */
    public Mark beside(byte[] content, byte[] signature, PinnedKeys pins) {
        try {
            Optional<Armor> armor = Armor.whole(signature);
            boolean isArmored = armor.isPresent() && armor.get().kind().equals("SIGNATURE");
            return signatures.judge(packets(isArmored ? armor.get().data() : signature), content, pins);
        } catch (Refusal e) {
            return Mark.of(Judgement.WRONG);
        }
    }

    /** Nothing but signatures may stand in a signature. */
    private List<byte[]> packets(byte[] bytes) {
        List<Packet> packets = Sealed.without(Packets.of(bytes, bounds.packets()));
        if (packets.isEmpty() || packets.stream().anyMatch(each -> each.type() != Packet.SIGNATURE)) {
            throw new Refusal(Refusal.Why.MALFORMED);
        }
        return packets.stream().map(Packet::body).toList();
    }
}
