package org.spocgateway.wiring;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import org.spocgateway.envelope.OcspResponder;
import org.spocgateway.envelope.Revocation;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where to learn whether a signer's certificate was withdrawn: {@code gateway.envelope.revocation}.
 *
 * @param check false switches it off; it is on by default
 * @param lists folder of revocation lists, below certs/
 * @param responders who is asked over HTTP; nobody else ever is
 * @param whenUnknown {@code note} (soft) or {@code refuse} (hard)
 */
public record RevocationSettings(
        @DefaultValue("true") boolean check,
        @DefaultValue("crl") Path lists,
        @DefaultValue List<Responder> responders,
        @DefaultValue("note") String whenUnknown) {
    /** As it is without any setting. */
    public static final RevocationSettings USUAL = new RevocationSettings(true, Path.of("crl"), List.of(), "note");

    /**
     * One OCSP responder.
     *
     * @param issuer the authority's certificate, below certs/
     * @param url where it answers, {@code http} or {@code https}
     */
    public record Responder(Path issuer, String url) {}

    /** @throws KeysRefused if a responder's certificate or address cannot be used */
    public Revocation below(Path certs, SecureRandom random) {
        List<OcspResponder> all = responders.stream()
                .map(each -> new OcspResponder(
                        certificate(certs.resolve(each.issuer())), new ResponderLine(address(each.url())), random))
                .toList();
        return new Revocation(new RevocationFiles(certs.resolve(lists)), all, unknown());
    }

    private Revocation.WhenUnknown unknown() {
        if (!check) {
            return Revocation.WhenUnknown.IGNORE;
        }
        return switch (whenUnknown) {
            case "note" -> Revocation.WhenUnknown.NOTE;
            case "refuse" -> Revocation.WhenUnknown.REFUSE;
            default ->
                throw new KeysRefused(List.of("gateway.envelope.revocation.when-unknown: \"" + whenUnknown
                        + "\" is not known; use note or refuse"));
        };
    }

    private static URI address(String url) {
        try {
            URI address = new URI(url);
            if (("http".equals(address.getScheme()) || "https".equals(address.getScheme()))
                    && address.getHost() != null) {
                return address;
            }
        } catch (java.net.URISyntaxException e) {
            // told below
        }
        throw new KeysRefused(List.of("gateway.envelope.revocation.responders: \"" + url
                + "\" is no address of a responder; it begins with http:// or https://"));
    }

    private static X509Certificate certificate(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        } catch (IOException | CertificateException e) {
            throw new KeysRefused(
                    List.of(file + ": is not one certificate in PEM form; gateway.envelope.revocation names it"));
        }
    }
}
