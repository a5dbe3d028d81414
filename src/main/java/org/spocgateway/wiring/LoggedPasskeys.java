package org.spocgateway.wiring;

import java.util.Optional;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;

/** Passkeys, with every sign-in and every failure in the transfer log. */
final class LoggedPasskeys implements WebAuthnRelyingPartyOperations {
    private static final String WAY = "passkey";

    private final WebAuthnRelyingPartyOperations passkeys;
    private final Accounts accounts;

    LoggedPasskeys(WebAuthnRelyingPartyOperations passkeys, Accounts accounts) {
        this.passkeys = passkeys;
        this.accounts = accounts;
    }

    @Override
    public PublicKeyCredentialCreationOptions createPublicKeyCredentialCreationOptions(
            PublicKeyCredentialCreationOptionsRequest request) {
        return passkeys.createPublicKeyCredentialCreationOptions(request);
    }

    @Override
    public CredentialRecord registerCredential(RelyingPartyRegistrationRequest request) {
        return passkeys.registerCredential(request);
    }

    @Override
    public PublicKeyCredentialRequestOptions createCredentialRequestOptions(
            PublicKeyCredentialRequestOptionsRequest request) {
        return passkeys.createCredentialRequestOptions(request);
    }

    @Override
    public PublicKeyCredentialUserEntity authenticate(RelyingPartyAuthenticationRequest request) {
        try {
            PublicKeyCredentialUserEntity user = passkeys.authenticate(request);
            accounts.note(accounts.byId(user.getName()), WAY);
            return user;
        } catch (RuntimeException e) {
            accounts.note(Optional.empty(), WAY);
            throw e;
        }
    }
}
