package org.spocgateway.wiring;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.Req;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.spocgateway.DemonstrationPki.Identity;

/** A real OCSP responder on this machine: BouncyCastle answers over HTTP. */
final class OcspServer implements AutoCloseable {
    private final HttpServer http;
    private final Identity signer;
    private final Set<BigInteger> withdrawn = ConcurrentHashMap.newKeySet();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile boolean wrongNonce;
    private volatile Duration age = Duration.ofMinutes(1);

    OcspServer(Identity signer) throws IOException {
        this.signer = signer;
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/", exchange -> {
            asked.incrementAndGet();
            byte[] answer = answer(exchange.getRequestBody().readAllBytes());
            exchange.getResponseHeaders().add("Content-Type", "application/ocsp-response");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        http.start();
    }

    String url() {
        return "http://127.0.0.1:" + http.getAddress().getPort() + "/";
    }

    void withdraw(Identity identity) {
        withdrawn.add(identity.certificate().getSerialNumber());
    }

    void answersAnotherQuestion() {
        wrongNonce = true;
    }

    void answersFrom(Duration ago) {
        age = ago;
    }

    int asked() {
        return asked.get();
    }

    private byte[] answer(byte[] question) throws IOException {
        try {
            var request = new OCSPReq(question);
            var holder = new JcaX509CertificateHolder(signer.certificate());
            var builder = new BasicOCSPRespBuilder(new RespID(holder.getSubject()));
            Instant at = Instant.now().minus(age);
            for (Req each : request.getRequestList()) {
                CertificateStatus status = withdrawn.contains(each.getCertID().getSerialNumber())
                        ? new RevokedStatus(Date.from(at), CRLReason.keyCompromise)
                        : CertificateStatus.GOOD;
                builder.addResponse(
                        each.getCertID(), status, Date.from(at), Date.from(at.plus(Duration.ofMinutes(10))), null);
            }
            Extension nonce = request.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce);
            byte[] value = nonce.getExtnValue().getOctets().clone();
            value[value.length - 1] ^= (byte) (wrongNonce ? 1 : 0);
            builder.setResponseExtensions(
                    new Extensions(new Extension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce, false, value)));
            var signing = new JcaContentSignerBuilder("SHA256withECDSA")
                    .build(signer.keys().getPrivate());
            var basic = builder.build(signing, new X509CertificateHolder[] {holder}, Date.from(at));
            OCSPResp whole = new OCSPRespBuilder().build(OCSPRespBuilder.SUCCESSFUL, basic);
            return whole.getEncoded();
        } catch (OCSPException | GeneralSecurityException | OperatorCreationException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
