package org.spocgateway.envelope;

import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import org.bouncycastle.cms.SignerInformation;
import org.spocgateway.envelope.cms.Digests;
import org.spocgateway.envelope.cms.Providers;
import org.spocgateway.envelope.cms.Signatures;

/** The signatures of one CMS structure, and the digests of what was signed; the content itself has passed by already. */
record CmsSignature(Signatures signatures, Digests digests) {
    /** Whoever signed. */
    Collection<SignerInformation> signers() {
        return signatures.signers();
    }

    /** The certificates that came along; those that cannot be read are left out. */
    List<X509Certificate> certificates() {
        return signatures.certificates();
    }

    /** Whether the mathematics hold with this certificate's key: VALID, INVALID, or UNDETERMINED where they cannot be done. */
    Signature check(SignerInformation one, X509Certificate certificate) {
        return Signatures.check(one, certificate.getPublicKey(), digests, Providers.standard())
                .map(holds -> holds ? Signature.VALID : Signature.INVALID)
                .orElse(Signature.UNDETERMINED);
    }
}
