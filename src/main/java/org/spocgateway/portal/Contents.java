package org.spocgateway.portal;

import java.util.List;
import java.util.Map;

/** What stands sealed in a package, in the order the officer gave it. */
record Contents(Map<String, String> questions, Map<String, String> fields, String freeText, List<FileEntry> files) {
    /** An attachment; its bytes are a blob of the vault. */
    record FileEntry(String name, String type, String blob) {
        @Override
        public String toString() {
            return "FileEntry[" + type + "]";
        }
    }

    static Contents of(NewPackage contents) {
        return new Contents(
                contents.questions(),
                contents.fields(),
                contents.freeText(),
                contents.files().stream()
                        .map(file -> new FileEntry(
                                file.name(), file.type(), file.blob().value()))
                        .toList());
    }

    @Override
    public String toString() {
        return "Contents[redacted]";
    }
}
