package org.spocgateway.dispatch;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.spocgateway.casework.Outgoing;
import org.spocgateway.portal.NewPackage;
import org.spocgateway.terms.RequestReference;
import org.spocgateway.terms.TransferId;
import org.spocgateway.vault.BlobId;

/** A package for the portal in one fixed form of bytes, so that it can be frozen and compared like a mail. */
final class PackageBytes {
    private static final int VERSION = 1;

    private PackageBytes() {}

    /** Everything the partner will see. */
    static byte[] write(Outgoing outgoing, Map<String, String> questions) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(VERSION);
            text(out, outgoing.id().value());
            text(out, outgoing.party().orElseThrow());
            text(out, outgoing.reference().value());
            texts(out, questions);
            texts(out, outgoing.fields());
            text(out, outgoing.freeText());
            text(out, outgoing.replyBy().toString());
            out.writeInt(outgoing.documents().size());
            for (int i = 0; i < outgoing.documents().size(); i++) {
                Outgoing.Document document = outgoing.documents().get(i);
                text(out, document.fileName());
                text(out, FileEndings.safe(document.type()));
                text(out, document.blob().value());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Reads what {@link #write} wrote. */
    static NewPackage read(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readInt() != VERSION) {
                throw new IllegalStateException("a package of an unknown form");
            }
            var id = new TransferId(text(in));
            String organisation = text(in);
            var reference = new RequestReference(text(in));
            Map<String, String> questions = texts(in);
            Map<String, String> fields = texts(in);
            String freeText = text(in);
            LocalDate replyBy = LocalDate.parse(text(in));
            return new NewPackage(id, organisation, reference, questions, fields, freeText, files(in), replyBy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<NewPackage.File> files(DataInputStream in) throws IOException {
        int count = in.readInt();
        var files = new ArrayList<NewPackage.File>(count);
        for (int i = 0; i < count; i++) {
            files.add(new NewPackage.File(text(in), text(in), new BlobId(text(in))));
        }
        return files;
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    private static void texts(DataOutputStream out, Map<String, String> texts) throws IOException {
        out.writeInt(texts.size());
        for (Map.Entry<String, String> each : texts.entrySet()) {
            text(out, each.getKey());
            text(out, each.getValue());
        }
    }

    private static Map<String, String> texts(DataInputStream in) throws IOException {
        int count = in.readInt();
        var texts = new LinkedHashMap<String, String>();
        for (int i = 0; i < count; i++) {
            texts.put(text(in), text(in));
        }
        return texts;
    }
}
