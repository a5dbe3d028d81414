package org.spocgateway.casework;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.spocgateway.classification.MessageKind;
import org.spocgateway.envelope.Documents;
import org.spocgateway.envelope.ReadMail;
import org.spocgateway.envelope.UnreadableMail;
import org.spocgateway.intake.ForwardedMail;
import org.spocgateway.intake.Inbound;
import org.spocgateway.intake.Intake;
import org.spocgateway.intake.Passwords;
import org.spocgateway.terms.InboundId;
import org.springframework.stereotype.Component;

/** Reads a message before it is filed: no transaction runs meanwhile. */
@Component
class Readings {
    private static final Pattern MESSAGE_ID = Pattern.compile("<[0-9a-f]{32}@[a-z0-9.-]{1,200}>");

    private final Intake intake;

    private final Passwords passwords;
    private final ForwardedMail forwarded;

    Readings(Intake intake, Passwords passwords, ForwardedMail forwarded) {
        this.intake = intake;
        this.passwords = passwords;
        this.forwarded = forwarded;
    }

    Optional<Reading> of(InboundId id) {
        return intake.find(id).map(this::read);
    }

    /** A bounce carries the headers of what it returns (RFC 3464). */
    private static List<String> returned(ReadMail read) {
        Stream<String> parts =
                read.attachments().stream().map(each -> new String(each.content(), StandardCharsets.ISO_8859_1));
        return Stream.concat(Stream.of(read.text()), parts)
                .flatMap(text -> MESSAGE_ID.matcher(text).results().map(MatchResult::group))
                .distinct()
                .toList();
    }

    /** What the mail says, what its files say that were locked, and what police wrote that a colleague forwarded. */
    private String text(Inbound mail, ReadMail read) {
        return Stream.of(
                        Stream.of(read.text()),
                        passwords.documents(mail.id()).stream().flatMap(each -> Documents.words(each).stream()),
                        forwarded.in(mail.id()).stream()
                                .flatMap(each -> each.mail().stream())
                                .map(ReadMail::text))
                .flatMap(each -> each)
                .collect(java.util.stream.Collectors.joining("\n\n"));
    }

    private Reading read(Inbound mail) {
        Reading unread = Reading.unread(mail);
        if (mail.fault().isPresent()) {
            return unread;
        }
        try {
            ReadMail read = intake.mail(mail.id());
            List<String> answers = unread.kind() == MessageKind.DELIVERY_FAILURE ? returned(read) : read.inReplyTo();
            return new Reading(mail, unread.classified(), read.from(), read.recipients(), answers, text(mail, read));
        } catch (UnreadableMail e) {
            // Kept and shown all the same: what nobody can read goes in front of a person (R32).
            return unread;
        }
    }
}
