package org.spocgateway.classification;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.spocgateway.CertificateMaker;
import org.spocgateway.CmsMaker;
import org.spocgateway.CmsMaker.Ciphering;
import org.spocgateway.CmsMaker.Signing;
import org.spocgateway.DemonstrationPki;
import org.spocgateway.DemonstrationPki.Identity;
import org.spocgateway.MailMaker;

/** Writes mails that want to pass as the force's go-ahead and are not; the same ones for the same seed. */
final class Spoofs {
    static final String POLICE = MailMaker.NORTHMERE;
    private static final DemonstrationPki PKI = MailRoom.PKI;
    private static final Identity NORTHMERE = PKI.identity(DemonstrationPki.NORTHMERE);
    private static final Identity WHITLOCK = PKI.identity(DemonstrationPki.WHITLOCK);
    private static final X509Certificate OURS = PKI.certificate(DemonstrationPki.SPOC_2026);
    private static final List<String> WORDS = List.of(
            "Checks are complete. We are content for information gathering to commence.",
            "You may now approach partners. Information gathering can start.",
            "Please find a Channel referral. Please send us the information that you hold by Friday.",
            "Good to go: information gathering can proceed.");

    private static final Identity STRANGER = PKI.stranger("Somebody else", "somebody.else@northmere.police.uk");

    /** A certificate of the right authority for the force's address, and withdrawn by it. */
    static final Identity WITHDRAWN = CertificateMaker.of("Northmere withdrawn")
            .by(PKI.smimeIssuer())
            .mail(POLICE)
            .make();

    private final Random random;

    Spoofs(long seed) {
        random = new Random(seed);
    }

    /** As many as asked for, class by class in turn; the name says which. */
    Map<String, byte[]> make(int count) {
        List<Kind> kinds = kinds();
        Map<String, byte[]> all = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            Kind kind = kinds.get(i % kinds.size());
            all.put(i + " " + kind.name(), kind.maker().apply(i / kinds.size()));
        }
        return all;
    }

    private record Kind(String name, java.util.function.IntFunction<byte[]> maker) {}

    private List<Kind> kinds() {
        return List.of(
                new Kind(
                        "signer is not From",
                        i -> signed(POLICE, pick(stranger(), PKI.identity(DemonstrationPki.LARKHILL), WHITLOCK))),
                new Kind(
                        "From is not signer",
                        i -> signed(
                                pick(
                                        "eve@northmere.police.uk",
                                        "eve@evil.example",
                                        MailMaker.WHITLOCK,
                                        "prevent@northmere.police.uk"),
                                NORTHMERE)),
                new Kind("several From fields", this::severalFrom),
                new Kind(
                        "several mailboxes",
                        i -> from(
                                pick(
                                        POLICE + ", eve@evil.example",
                                        "eve@evil.example, " + POLICE,
                                        "\"A\" <" + POLICE + ">, <eve@evil.example>",
                                        "eve@evil.example; " + POLICE),
                                NORTHMERE)),
                new Kind(
                        "group",
                        i -> from(
                                pick(
                                        "Northmere: " + POLICE + ";",
                                        "Prevent:<" + POLICE + ">, eve@evil.example;",
                                        ":" + POLICE + ";",
                                        "undisclosed: ;"),
                                NORTHMERE)),
                new Kind(
                        "display name",
                        i -> from(
                                pick(
                                        "\"" + POLICE + "\" <eve@evil.example>",
                                        POLICE + " <eve@evil.example>",
                                        "\"Northmere Police <" + POLICE + ">\" <eve@evil.example>",
                                        "Northmere Police <eve@evil.example>",
                                        "<" + POLICE + "> <eve@evil.example>"),
                                pick(NORTHMERE, stranger()))),
                new Kind(
                        "comment",
                        i -> from(
                                pick(
                                        "eve@evil.example (" + POLICE + ")",
                                        "(" + POLICE + ") eve@evil.example",
                                        "eve@evil.example (<" + POLICE + ">)",
                                        "eve(@northmere.police.uk)@evil.example",
                                        "<eve@evil.example> (" + POLICE),
                                NORTHMERE)),
                new Kind(
                        "encoded word",
                        i -> from(
                                pick(
                                        "=?utf-8?Q?prevent=2Ereferrals=40northmere=2Epolice=2Euk?= <eve@evil.example>",
                                        "=?utf-8?B?cHJldmVudC5yZWZlcnJhbHNAbm9ydGhtZXJlLnBvbGljZS51aw==?=",
                                        "=?utf-8?Q?<prevent=2Ereferrals=40northmere=2Epolice=2Euk>?= <eve@evil.example>",
                                        "=?utf-8?Q?Northmere=00?= <eve@evil.example>"),
                                NORTHMERE)),
                new Kind(
                        "quoted local part",
                        i -> from(
                                pick(
                                        "\"" + POLICE + "\"@evil.example",
                                        "\"prevent.referrals\"@northmere.police.uk",
                                        "\"prevent.referrals@northmere.police.uk \"@evil.example",
                                        "prevent.\"referrals\"@northmere.police.uk"),
                                NORTHMERE)),
                new Kind(
                        "IDN",
                        i -> from(
                                pick(
                                        "prevent.referrals@n\u043erthmere.police.uk",
                                        "prevent.referrals@xn--nrthmere-0ng.police.uk",
                                        "prevent.referrals@northmere.police.u\u212a",
                                        "prevent.referrals@northmere\uff0epolice.uk",
                                        "prevent.referrals@northm\u00e9re.police.uk"),
                                NORTHMERE)),
                new Kind(
                        "NUL and controls",
                        i -> from(
                                pick(
                                        POLICE + "\0@evil.example",
                                        "prevent.referrals@northmere.police.uk\0.evil.example",
                                        "\0" + POLICE,
                                        "eve@evil.example\r" + POLICE,
                                        "prevent.referrals\u200b@northmere.police.uk"),
                                NORTHMERE)),
                new Kind("Sender", this::sender),
                new Kind(
                        "Reply-To",
                        i -> police().header(
                                        "Reply-To",
                                        pick(
                                                "eve@evil.example",
                                                "\"" + POLICE + "\" <eve@evil.example>",
                                                "not an address",
                                                "prevent.referrals@northmere.police.uk.evil.example"))
                                .wrapped(sign(NORTHMERE))
                                .bytes()),
                new Kind("nested signature", this::nested),
                new Kind("partial signature", this::partial),
                new Kind(
                        "several signers",
                        i -> police().wrapped(sign(pick(
                                        Signing.by(NORTHMERE, stranger()),
                                        Signing.by(stranger(), NORTHMERE),
                                        Signing.by(NORTHMERE, WHITLOCK))))
                                .bytes()),
                new Kind(
                        "wrong EKU",
                        i -> signed(
                                POLICE,
                                honest().purposes(pick(
                                                KeyPurposeId.id_kp_serverAuth,
                                                KeyPurposeId.id_kp_clientAuth,
                                                KeyPurposeId.id_kp_codeSigning,
                                                KeyPurposeId.id_kp_timeStamping))
                                        .make())),
                new Kind(
                        "wrong key usage",
                        i -> signed(
                                POLICE,
                                honest().usage(pick(KeyUsage.keyEncipherment, KeyUsage.keyAgreement, KeyUsage.cRLSign))
                                        .make())),
                new Kind("expired", this::expired),
                new Kind(
                        "not yet valid",
                        i -> signed(
                                POLICE,
                                honest().valid(day(1 + random.nextInt(300)), day(400))
                                        .make())),
                new Kind("revoked", i -> signed(POLICE, WITHDRAWN)),
                new Kind("lookalike", this::lookalike),
                new Kind("forged results", this::forgedResults),
                new Kind("covert content", this::covert),
                new Kind("false issuer", this::falseIssuer),
                new Kind("weak", this::weak),
                new Kind("address beside the SAN", this::besideSan),
                new Kind("changed content", this::changed),
                new Kind("other mail's signature", this::borrowed));
    }

    private byte[] severalFrom(int i) {
        String other =
                pick("eve@evil.example", "\"" + POLICE + "\" <eve@evil.example>", POLICE, "Eve <eve@evil.example>");
        MailMaker mail = random.nextBoolean()
                ? police().line("From: " + other)
                : mail(other).line("FROM: " + POLICE);
        return mail.wrapped(sign(NORTHMERE)).bytes();
    }

    private byte[] sender(int i) {
        MailMaker mail = random.nextBoolean()
                ? mail("eve@evil.example").header("Sender", POLICE)
                : police().header("Sender", pick("eve@evil.example", "Eve <eve@evil.example>"));
        return mail.wrapped(sign(NORTHMERE)).bytes();
    }

    private byte[] nested(int i) {
        byte[] genuine = police().wrapped(sign(NORTHMERE)).bytes();
        byte[] attached = CmsMaker.join("Content-Type: message/rfc822\r\n\r\n", genuine);
        byte[] whole = CmsMaker.multipart(pick("mixed", "related"), CmsMaker.text(words()), attached);
        return fails().entity(whole).bytes();
    }

    private byte[] partial(int i) {
        byte[] genuine = CmsMaker.signed(CmsMaker.text("Thank you for your mail."), Signing.by(NORTHMERE));
        byte[] bait = random.nextBoolean() ? CmsMaker.text(words()) : CmsMaker.html("<p>" + words() + "</p>");
        byte[] whole = random.nextBoolean()
                ? CmsMaker.multipart(pick("mixed", "related", "alternative"), bait, genuine)
                : CmsMaker.multipart(pick("mixed", "parallel"), genuine, bait);
        return mail(POLICE).entity(whole).bytes();
    }

    private byte[] expired(int i) {
        Identity old = honest().valid(day(-400), day(-1 - random.nextInt(300))).make();
        Signing how = Signing.by(old);
        return police().wrapped(sign(random.nextBoolean() ? how : how.at(day(-350))))
                .bytes();
    }

    private byte[] lookalike(int i) {
        String address = pick(
                "prevent.referrals@northmere.police.uk.evil.example",
                "prevent.referrals@northmerepolice.uk",
                "prevent.referrals@northrnere.police.uk",
                "prevent.referrals@n0rthmere.police.example",
                "prevent.referrals@northmere-police.co.uk",
                "prevent.referrals@xnorthmere.police.uk");
        Identity own = CertificateMaker.of("Northmere Prevent Referrals")
                .by(PKI.smimeIssuer())
                .mail(address)
                .make();
        return signed("\"Northmere Police Prevent\" <" + address + ">", own);
    }

    private byte[] forgedResults(int i) {
        String good =
                "Authentication-Results: mx.brackenford.gov.uk; spf=pass; dkim=pass; dmarc=pass header.from=northmere.police.uk";
        String hop = "Received: from mail.evil.example by mx.brackenford.gov.uk with ESMTPS (version=TLS1_3)";
        String foreign = "Received: from x.example by relay.evil.example with ESMTPS";
        MailMaker mail = MailMaker.from(POLICE)
                .to(MailMaker.SPOC)
                .subject("RE: CHN/2026/031")
                .text(words());
        return switch (random.nextInt(4)) {
            case 0 -> mail.trace(hop).trace(foreign).trace(good).bytes();
            case 1 ->
                mail.trace(good.replace("dmarc=pass", "dmarc=fail"))
                        .trace(hop)
                        .trace(good)
                        .bytes();
            case 2 -> mail.trace(foreign).trace(good).trace(hop).bytes();
            default ->
                mail.trace(good.replace("mx.brackenford", "mx.brackenf0rd"))
                        .trace(hop)
                        .bytes();
        };
    }

    private byte[] covert(int i) {
        byte[] secret = CmsMaker.sealed(CmsMaker.text(words()), Ciphering.gcm(OURS));
        byte[] shown = CmsMaker.html("<p>Could you look at the picture?</p><div style=\"display:none\">" + words()
                + "</div><img src=\"cid:a\"><object data=\"cid:b\"></object>");
        byte[] whole = CmsMaker.multipart(pick("related", "alternative", "mixed"), shown, secret);
        MailMaker mail = random.nextBoolean()
                ? mail(POLICE).entity(whole).wrapped(sign(stranger()))
                : mail(POLICE).entity(whole);
        return mail.bytes();
    }

    private byte[] falseIssuer(int i) {
        Identity twin = CertificateMaker.of("Public Sector S/MIME Authority (invented)")
                .authority()
                .make();
        Identity person = STRANGER;
        Identity by = pick(twin, person);
        Identity leaf = CertificateMaker.of("Northmere Prevent Referrals")
                .by(by)
                .mail(POLICE)
                .make();
        Identity self =
                CertificateMaker.of("Northmere Prevent Referrals").mail(POLICE).make();
        Signing how = Signing.by(leaf).enclosing(leaf.certificate(), by.certificate(), NORTHMERE.certificate());
        return police().wrapped(sign(random.nextBoolean() ? how : Signing.by(self)))
                .bytes();
    }

    private byte[] weak(int i) {
        return switch (random.nextInt(4)) {
            case 0 ->
                police().wrapped(sign(Signing.by(NORTHMERE).digest("SHA1"))).bytes();
            case 1 -> signed(POLICE, honest().rsa(1024).make());
            case 2 ->
                police().wrapped(sign(Signing.by(NORTHMERE).withoutAttributes()))
                        .bytes();
            default ->
                police().wrapped(entity -> CmsMaker.sealed(entity, Ciphering.cbc(OURS)))
                        .bytes();
        };
    }

    private byte[] besideSan(int i) {
        CertificateMaker maker =
                CertificateMaker.of("prevent.referrals@northmere.police.uk").by(PKI.smimeIssuer());
        Identity identity = switch (random.nextInt(4)) {
            case 0 -> maker.subject("E=" + POLICE).mail("eve@evil.example").make();
            case 1 ->
                maker.mail("prevent.referrals@northmere.police.uk\0.evil.example")
                        .make();
            case 2 ->
                maker.name(new GeneralName(GeneralName.dNSName, "northmere.police.uk"))
                        .make();
            default -> maker.mail("eve@evil.example").mail("x" + POLICE).make();
        };
        return signed(POLICE, identity);
    }

    private byte[] changed(int i) {
        byte[] genuine = police().wrapped(sign(NORTHMERE)).bytes();
        int at = new String(genuine, StandardCharsets.ISO_8859_1).indexOf("Content-Transfer-Encoding: base64")
                + 40
                + random.nextInt(30);
        genuine[at] = (byte) (genuine[at] == 'A' ? 'B' : 'A');
        return genuine;
    }

    private byte[] borrowed(int i) {
        byte[] old = CmsMaker.text("Thank you for your mail.");
        return switch (random.nextInt(3)) {
            case 0 ->
                police().wrapped(entity -> replaced(CmsMaker.signed(old, Signing.by(NORTHMERE)), old, entity))
                        .bytes();
            case 1 ->
                police().wrapped(entity -> replaced(
                                CmsMaker.signed(old, Signing.by(NORTHMERE).withContent()), old, entity))
                        .bytes();
            default ->
                police().wrapped(entity -> CmsMaker.multipart(
                                "signed; protocol=\"application/pkcs7-signature\"",
                                entity,
                                CmsMaker.opaque(old, Signing.by(NORTHMERE))))
                        .bytes();
        };
    }

    private static byte[] replaced(byte[] signed, byte[] old, byte[] other) {
        String whole = new String(signed, StandardCharsets.ISO_8859_1);
        return whole.replace(
                        new String(old, StandardCharsets.ISO_8859_1), new String(other, StandardCharsets.ISO_8859_1))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private byte[] signed(String from, Identity signer) {
        MailMaker mail = mail(from).wrapped(sign(signer));
        return (random.nextInt(3) == 0 ? mail.wrapped(entity -> CmsMaker.sealed(entity, Ciphering.gcm(OURS))) : mail)
                .bytes();
    }

    /** A From field as somebody wrote it; our border saw it pass for whatever domain it reads there. */
    private byte[] from(String field, Identity signer) {
        MailMaker mail = MailMaker.from(POLICE).arrivedWell().header("From", field);
        return dressed(mail).wrapped(sign(signer)).bytes();
    }

    private MailMaker police() {
        return mail(POLICE);
    }

    private MailMaker mail(String from) {
        return dressed(MailMaker.from(from).arrivedWell());
    }

    private MailMaker dressed(MailMaker mail) {
        return mail.to(MailMaker.SPOC)
                .subject(pick(
                        "RE: CHN/2026/031 - checks complete", "OFFICIAL-SENSITIVE: Channel referral PCM/2026/004213"))
                .text(words());
    }

    /** Nothing of the transport may be believed: DMARC failed at our border. */
    private static MailMaker fails() {
        return MailMaker.from(POLICE)
                .to(MailMaker.SPOC)
                .subject("RE: CHN/2026/031 - checks complete")
                .trace("Authentication-Results: mx.brackenford.gov.uk; dmarc=fail header.from=northmere.police.uk")
                .trace("Received: from mail.evil.example by mx.brackenford.gov.uk with ESMTPS (version=TLS1_3)");
    }

    private static UnaryOperator<byte[]> sign(Identity signer) {
        return sign(Signing.by(signer));
    }

    private static UnaryOperator<byte[]> sign(Signing how) {
        return entity -> CmsMaker.signed(entity, how);
    }

    /** A certificate that would be believed, as it stands. */
    static CertificateMaker honest() {
        return CertificateMaker.of("Northmere Prevent Referrals")
                .by(PKI.smimeIssuer())
                .mail(POLICE);
    }

    private static Identity stranger() {
        return STRANGER;
    }

    private static Instant day(int fromNow) {
        return Instant.now().plus(Duration.ofDays(fromNow));
    }

    private String words() {
        return pick(WORDS.toArray(new String[0])) + " Our reference is CHN/2026/0" + (10 + random.nextInt(80)) + ".";
    }

    @SafeVarargs
    private <T> T pick(T... all) {
        return all[random.nextInt(all.length)];
    }
}
