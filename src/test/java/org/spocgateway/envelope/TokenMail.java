package org.spocgateway.envelope;

import java.nio.file.Path;
import java.security.KeyStore;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Security;
import java.security.cert.Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.spocgateway.DemonstrationPki;
import org.spocgateway.MailMaker;

/** Puts keys into a token and opens and signs mail with them, in a process of its own: a token's library reads its place from the environment. */
final class TokenMail {
    private final DemonstrationPki pki;
    private final Path library;
    private final String pin;

    private TokenMail(Path folder, Path library, String pin) {
        this.pki = DemonstrationPki.make(folder, "for tests only");
        this.library = library;
        this.pin = pin;
    }

    /** @param words a folder of its own, the library, the PIN */
    public static void main(String[] words) throws Exception {
        var mail = new TokenMail(Path.of(words[0]), Path.of(words[1]), words[2]);
        System.out.println("pin " + mail.refused(DemonstrationPki.SPOC_2026, 0, "0000"));
        mail.fill(DemonstrationPki.SPOC_2026, DemonstrationPki.LARKHILL);
        KeyRing.OwnKey rsa = mail.load(DemonstrationPki.SPOC_2026, words[2]);
        KeyRing.OwnKey curve = mail.load(DemonstrationPki.LARKHILL, words[2]);
        System.out.println(
                "stays " + (rsa.key().getEncoded() == null) + " " + (curve.key().getEncoded() == null));
        for (KeyRing.OwnKey key : List.of(rsa, curve)) {
            System.out.println("gcm-" + key.name() + " " + mail.opened(key, false));
            System.out.println("cbc-" + key.name() + " " + mail.opened(key, true));
            System.out.println("signed-" + key.name() + " " + mail.signed(key));
        }
        System.out.println("label " + mail.refused("nobody", 0, words[2]));
        System.out.println("slot " + mail.refused(DemonstrationPki.SPOC_2026, 77, words[2]));
        System.exit(0);
    }

    private void fill(String... names) throws Exception {
        Provider provider = Security.getProvider("SunPKCS11")
                .configure("--name = Filling\nlibrary = \"" + library + "\"\nslotListIndex = 0\n"
                        + "attributes(*,CKO_PRIVATE_KEY,CKK_EC) = {\n  CKA_DERIVE = true\n}\n");
        KeyStore store = KeyStore.getInstance("PKCS11", provider);
        store.load(null, pin.toCharArray());
        for (String name : names) {
            store.setKeyEntry(name, pki.keys(name).getPrivate(), null, new Certificate[] {pki.certificate(name)});
        }
        store.store(null);
    }

    private KeyRing.OwnKey load(String name, String with) {
        return KeyPlace.of(name, Optional.empty(), Optional.of(library), 0, Optional.empty())
                .load(name, with.toCharArray());
    }

    private String opened(KeyRing.OwnKey key, boolean old) {
        var envelopes = new Envelopes(
                new KeyRing(List.of(key)), List.of(pki.smimeAuthority()), Limits.USUAL, Clock.systemUTC());
        MailMaker mail = MailMaker.from(MailMaker.NORTHMERE)
                .to(MailMaker.SPOC)
                .subject("T.R. 2001")
                .text("The checks are complete.")
                .signedBy(pki.identity(DemonstrationPki.NORTHMERE))
                .sealedTo(key.certificate());
        Opening opening = envelopes.open((old ? mail.old() : mail).bytes(), new Pins(List.of()));
        return opening instanceof Opened opened
                ? opened.key().orElse("") + " " + opened.layers().get(0).transport() + " " + opened.signature()
                : opening.toString();
    }

    private String signed(KeyRing.OwnKey key) {
        byte[] entity = "Content-Type: text/plain\r\n\r\nPlease check T.R. 2001.\r\n"
                .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        byte[] signed = new Sealing(key, new SecureRandom()).sign(entity);
        byte[] mail = MailMaker.from(MailMaker.SPOC)
                .to(MailMaker.NORTHMERE)
                .entity(signed)
                .bytes();
        var envelopes =
                new Envelopes(new KeyRing(List.of()), List.of(pki.smimeAuthority()), Limits.USUAL, Clock.systemUTC());
        return ((Opened) envelopes.open(mail, new Pins(List.of()))).signature().toString();
    }

    private String refused(String name, int slot, String with) {
        try {
            new KeyPlace.Token(library, slot, name).load(name, with.toCharArray());
            return "loaded";
        } catch (UnusableKey e) {
            return String.valueOf(e.getMessage());
        }
    }
}
