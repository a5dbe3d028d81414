package org.spocgateway.directory;

import java.util.List;
import java.util.Optional;
import org.spocgateway.terms.MailAddress;

/** Who is who, as one immutable snapshot with a hash that every decision names. */
public final class Directory {
    /** SHA-256 of the files it was read from: 64 hexadecimal digits. */
    public String hash() {
        throw new IllegalStateException("to be written");
    }

    /** The council. */
    public Council council() {
        throw new IllegalStateException("to be written");
    }

    /** Whoever has this address; empty is nobody. */
    public Optional<Party> at(MailAddress address) {
        throw new IllegalStateException("to be written");
    }

    /** The force whose mail domains hold this address, on whole labels, whether or not it is a listed mailbox. */
    public Optional<Force> forceOf(MailAddress address) {
        throw new IllegalStateException("to be written");
    }

    /** By directory id. */
    public Optional<Party> byId(String id) {
        throw new IllegalStateException("to be written");
    }

    public List<Officer> officers() {
        throw new IllegalStateException("to be written");
    }

    public List<Partner> partners() {
        throw new IllegalStateException("to be written");
    }

    /** Forces; the first is the council's own. */
    public List<Force> forces() {
        throw new IllegalStateException("to be written");
    }

    /** Front doors of Children's and Adults' services: parties with the role {@code safeguarding-front-door} (R29). */
    public List<Party> safeguardingFrontDoors() {
        throw new IllegalStateException("to be written");
    }

    /** The agreement between the council and this force. */
    public Optional<Agreement> agreement(String forceId) {
        throw new IllegalStateException("to be written");
    }

    public List<Question> questions() {
        throw new IllegalStateException("to be written");
    }

    /** A next hop by its id. */
    public Optional<NextHop> nextHop(String id) {
        throw new IllegalStateException("to be written");
    }
}
