package org.spocgateway.intake;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.spocgateway.directory.Directory;
import org.spocgateway.directory.PinnedSigner;
import org.spocgateway.envelope.Fault;
import org.spocgateway.envelope.Signer;
import org.spocgateway.envelope.UnreadableMail;
import org.spocgateway.terms.InboundId;
import org.spocgateway.terms.MailAddress;
import org.spocgateway.vault.Holder;
import org.spocgateway.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * New certificates of senders whom we know, approved by an officer who rang them on the directory's number. They count beside
 * those of the directory's files until somebody withdraws them.
 */
@Component
public class ApprovedSigners {
    private static final Holder HOLDER = new Holder("signer");
    private static final String COLUMN = "approved_signer.sealed";

    private final JdbcClient db;
    private final Vault vault;
    private final Intake intake;
    private final Directory files;
    private final SecureRandom random;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();
    private Known known;

    ApprovedSigners(JdbcClient db, Vault vault, Intake intake, Directory directory, SecureRandom random, Clock clock) {
        this.db = db;
        this.vault = vault;
        this.intake = intake;
        this.files = directory;
        this.random = random;
        this.clock = clock;
        this.known = new Known(List.of(), directory);
    }

    /** What is sealed of one. */
    record Sealed(String address, String pem) {
        @Override
        public String toString() {
            return "Sealed[redacted]";
        }
    }

    /** The directory with those whose ids these are. */
    private record Known(List<String> ids, Directory directory) {}

    /**
     * One approval, for the administrator.
     *
     * @param by the officer's pseudonym
     */
    public record Approval(String id, String thumbprint, Instant at, String by) {}

    /** The directory's files and every approved certificate that still counts. */
    public synchronized Directory directory() {
        List<String> ids = db.sql("select id from approved_signer where withdrawn_at is null order by id")
                .query(String.class)
                .list();
        if (!ids.equals(known.ids())) {
            known = new Known(
                    ids, files.withApproved(ids.stream().map(this::signer).toList()));
        }
        return known.directory();
    }

    private PinnedSigner signer(String id) {
        byte[] sealed = db.sql("select sealed from approved_signer where id = ?")
                .param(id)
                .query(byte[].class)
                .single();
        Sealed one = json.readValue(vault.unseal(HOLDER, COLUMN, id, sealed), Sealed.class);
        return new PinnedSigner(new MailAddress(one.address()), certificate(one.pem()));
    }

    private static X509Certificate certificate(String pem) {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
        } catch (CertificateException e) {
            throw new IllegalStateException("an approved certificate cannot be read", e);
        }
    }

    /** The certificate that waits for approval in this message; empty if none does. */
    public Optional<Signer> waiting(Inbound message) {
        return message.codes().contains(Fault.CHANGED_CERTIFICATE)
                ? message.signer().filter(signer -> !signer.pem().isEmpty() && !isApproved(signer))
                : Optional.empty();
    }

    private boolean isApproved(Signer signer) {
        return all().stream()
                .anyMatch(each -> each.thumbprint().equals(signer.thumbprint().hex()));
    }

    /** Whether the directory's files name a certificate for this sender: only then one can have changed. */
    private boolean hadOne(MailAddress from) {
        return files.forces().stream()
                        .flatMap(force -> force.signers().stream())
                        .anyMatch(pin -> pin.address().equals(from))
                || files.partners().stream()
                        .anyMatch(partner -> partner.certificate().isPresent()
                                && partner.addresses().contains(from));
    }

    /**
     * Approves it for the sender of the message, in the running transaction.
     *
     * @return false if nothing waits, or the certificate does not name the sender
     */
    public boolean approve(Inbound message, String officer) {
        Optional<Signer> signer = waiting(message);
        Optional<MailAddress> from = signer.flatMap(each -> from(message).filter(each.addresses()::contains))
                .filter(this::hadOne);
        if (from.isEmpty()) {
            return false;
        }
        String id = InboundId.random(random).value();
        var sealed = new Sealed(from.get().value(), signer.orElseThrow().pem());
        return db.sql("insert into approved_signer (id, thumbprint, sealed, inbound_id, approved_at, approved_by)"
                                + " values (?, ?, ?, ?, ?, ?)")
                        .param(id)
                        .param(signer.orElseThrow().thumbprint().hex())
                        .param(vault.seal(HOLDER, COLUMN, id, json.writeValueAsString(sealed)))
                        .param(message.id().value())
                        .param(Timestamp.from(clock.instant()))
                        .param(officer)
                        .update()
                == 1;
    }

    private Optional<MailAddress> from(Inbound message) {
        try {
            return intake.mail(message.id()).from();
        } catch (UnreadableMail e) {
            return Optional.empty();
        }
    }

    /** Every approval that counts, oldest first. */
    public List<Approval> all() {
        return db.sql("select * from approved_signer where withdrawn_at is null order by approved_at, id")
                .query(ApprovedSigners::approval)
                .list();
    }

    /** Ends every approval of this certificate, in the running transaction; returns how many there were. */
    public int withdraw(String thumbprint) {
        return db.sql("update approved_signer set withdrawn_at = ? where thumbprint = ? and withdrawn_at is null")
                .params(Timestamp.from(clock.instant()), thumbprint)
                .update();
    }

    private static Approval approval(ResultSet row, int number) throws SQLException {
        return new Approval(
                row.getString("id"),
                row.getString("thumbprint"),
                row.getTimestamp("approved_at").toInstant(),
                row.getString("approved_by"));
    }
}
