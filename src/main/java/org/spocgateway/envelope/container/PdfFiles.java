package org.spocgateway.envelope.container;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.encryption.PDEncryption;
import org.spocgateway.envelope.mime.Latin;

/** PDF files (ISO 32000-2 section 7.6), in memory and within a {@link Budget}. */
final class PdfFiles {
    private static final int HEADER_WITHIN = 1024;
    private static final Pattern HEADER = Pattern.compile("%PDF-", Pattern.LITERAL);
    private static final Pattern ENCRYPTED = Pattern.compile("/Encrypt(?![A-Za-z])");
    private static final Pattern SERVICES =
            Pattern.compile("/(?:Adobe\\.PubSec|Adobe\\.APS|MicrosoftIRMServices|EBX_HANDLER|FOPN_fLock)\\b");
    private static final int OLD_KEY_BITS = 40;

    private PdfFiles() {}

    static boolean isPdf(byte[] file) {
        return HEADER.matcher(new Latin(file, 0, Math.min(file.length, HEADER_WITHIN)))
                .find();
    }

    /** Empty for a PDF that opens for everybody, whatever it forbids them to do. */
    static Optional<Lock> lock(byte[] file, Budget budget) throws IOException {
        if (!ENCRYPTED.matcher(new Latin(file)).find()) {
            return Optional.empty();
        }
        try (PDDocument document = load(file, "", budget)) {
            return Optional.empty();
        } catch (InvalidPasswordException e) {
            return Optional.of(Lock.PDF);
        } catch (IOException e) {
            return SERVICES.matcher(new Latin(file)).find() ? Optional.of(Lock.RIGHTS) : Optional.empty();
        } finally {
            PdfLimits.clear();
        }
    }

    /** The same document without its password; what it forbade is forbidden no more. */
    static Unlocking.Unlocked open(byte[] file, char[] password, Budget budget) throws IOException {
        try (PDDocument document = load(file, new String(password), budget)) {
            PDEncryption encryption = document.getEncryption();
            boolean isWeak = encryption != null && encryption.getLength() <= OLD_KEY_BITS;
            String algorithm = encryption == null ? "NONE" : algorithm(encryption);
            document.setAllSecurityToBeRemoved(true);
            var out = new ByteArrayOutputStream();
            document.save(out, CompressParameters.NO_COMPRESSION);
            return new Unlocking.Unlocked(List.of(new Piece("", "", out.toByteArray())), algorithm, isWeak);
        } catch (InvalidPasswordException e) {
            throw new Refused(Unlocking.Why.WRONG_PASSWORD);
        } finally {
            PdfLimits.clear();
        }
    }

    private static String algorithm(PDEncryption encryption) {
        return switch (encryption.getVersion()) {
            case 5 -> "AES-256";
            case 4 -> "AES-128";
            default -> "RC4-" + encryption.getLength();
        };
    }

    /** The caller clears {@link PdfLimits} when it is done with the document. */
    static PDDocument load(byte[] file, String password, Budget budget) throws IOException {
        PdfLimits.put(budget);
        return Loader.loadPDF(
                new PdfLimits.Source(file, budget), password, null, null, IOUtils.createMemoryOnlyStreamCache());
    }
}
