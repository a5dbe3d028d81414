package org.spocgateway.portal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.spocgateway.terms.RequestReference;
import org.spocgateway.terms.TransferId;
import org.spocgateway.vault.BlobId;

/**
 * What a partner will see once both locks are open.
 *
 * @param organisation directory id
 * @param questions id to text, in order
 * @param fields field name to value, in order
 * @param freeText the officer's own question; empty when there is none
 */
public record NewPackage(
        TransferId id,
        String organisation,
        RequestReference reference,
        Map<String, String> questions,
        Map<String, String> fields,
        String freeText,
        List<File> files,
        LocalDate replyBy) {

    /** An attachment, sealed in the vault. */
    public record File(String name, String type, BlobId blob) {
        @Override
        public String toString() {
            return "File[" + type + "]";
        }
    }

    @Override
    public String toString() {
        return "NewPackage[" + id + "]";
    }
}
