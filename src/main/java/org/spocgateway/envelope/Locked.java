package org.spocgateway.envelope;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.spocgateway.envelope.container.Bounds;
import org.spocgateway.envelope.container.Lock;
import org.spocgateway.envelope.container.Locks;

/**
 * Finds what only a person can open: wrappers of secure mail products, and files with a password.
 *
 * <p>Files by their content and never by their name; wrappers by type or name too, since their content is not ours to read.
 */
final class Locked {
    private static final Set<String> MICROSOFT =
            Set.of("application/x-microsoft-rpmsg-message", "application/x-microsoft-rpmsg");
    private static final Pattern PAGE = Pattern.compile(
            "rpmsg|office365\\.com/Encryption|outlook\\.office\\.com/encryption", Pattern.CASE_INSENSITIVE);
    private static final Pattern PORTAL_PAGE =
            Pattern.compile("(?:securedoc|secure[-_ ]?(?:message|mail)|encrypted[-_ ]?message).{0,40}\\.html?");
    private static final Pattern FORM = Pattern.compile("<form\\b", Pattern.CASE_INSENSITIVE);
    private static final int PAGE_LOOKED_AT = 500_000;
    private static final int LOOKED_AT = 4096;
    private static final int FORWARDED_MOST = 3;

    private Locked() {}

    /**
     * A file that is shut.
     *
     * @param place the numbers of the attachments that lead to it, with dots between; those of pieces behind slashes
     * @param fault why it is shut
     */
    record File(String place, String fileName, byte[] content, Fault fault) {}

    /** Why the message is not whole: the first cause in the order of {@link Fault}; a file that was opened before counts no more. */
    static Optional<Fault> in(ReadMail mail, List<Document> opened) {
        return files(mail, opened).stream().map(File::fault).min(Comparator.naturalOrder());
    }

    /** Every file that is shut, those that came out of opened ones too. */
    static List<File> files(ReadMail mail, List<Document> opened) {
        List<File> found = new ArrayList<>();
        collect(mail, "", 0, found);
        for (Document each : opened) {
            shut(each.content())
                    .ifPresent(fault -> found.add(new File(each.place(), each.fileName(), each.content(), fault)));
        }
        found.removeIf(file -> opened.stream().anyMatch(each -> each.cameOutOf(file.place())));
        return found;
    }

    private static void collect(ReadMail mail, String path, int depth, List<File> found) {
        for (int i = 0; i < mail.attachments().size(); i++) {
            ReadMail.Attachment each = mail.attachments().get(i);
            String place = path + i;
            Optional<Fault> fault = in(each);
            fault.ifPresent(one -> found.add(new File(place, each.fileName(), each.content(), one)));
            if (fault.isEmpty() && depth < FORWARDED_MOST) {
                each.asMail().ifPresent(inner -> collect(inner, place + ".", depth + 1, found));
            }
        }
    }

    private static Optional<Fault> in(ReadMail.Attachment file) {
        String name = file.fileName().toLowerCase(Locale.ROOT);
        if (isMicrosoft(file, name)) {
            return Optional.of(Fault.MICROSOFT_WRAPPER);
        }
        if (isEgress(file, name)) {
            return Optional.of(Fault.EGRESS_WRAPPER);
        }
        return isPortal(file, name) ? Optional.of(Fault.PORTAL_WRAPPER) : shut(file);
    }

    private static boolean isMicrosoft(ReadMail.Attachment file, String name) {
        return MICROSOFT.contains(file.type())
                || name.endsWith(".rpmsg")
                || Locks.isProtectedMessage(file.start(LOOKED_AT))
                || (isPage(file, name) && PAGE.matcher(start(file.content())).find());
    }

    private static boolean isPage(ReadMail.Attachment file, String name) {
        return name.equals("message.html") || name.equals("message.htm") || name.equals("securemessage.html");
    }

    private static boolean isEgress(ReadMail.Attachment file, String name) {
        return name.endsWith(".switch") || file.type().startsWith("application/x-egress");
    }

    /** Products that send a page which fetches the message from their own website. */
    private static boolean isPortal(ReadMail.Attachment file, String name) {
        return PORTAL_PAGE.matcher(name).matches()
                && FORM.matcher(start(file.content())).find();
    }

    /** Most files are no file that could be shut, which their first bytes tell. */
    private static Optional<Fault> shut(ReadMail.Attachment file) {
        return Locks.isLockable(file.start(LOOKED_AT)) ? shut(file.content()) : Optional.empty();
    }

    private static Optional<Fault> shut(byte[] content) {
        return Locks.of(content, Bounds.USUAL)
                .map(lock -> lock == Lock.RIGHTS ? Fault.RIGHTS_FILE : Fault.PASSWORD_FILE);
    }

    private static String start(byte[] content) {
        return new String(content, 0, Math.min(content.length, PAGE_LOOKED_AT), StandardCharsets.ISO_8859_1);
    }
}
