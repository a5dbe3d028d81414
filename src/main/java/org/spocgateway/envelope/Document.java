package org.spocgateway.envelope;

/**
 * A file that came out of a locked file of a message, opened by an officer.
 *
 * @param place where it came out: the place of the locked file, a slash, its number
 * @param fileName as the sender wrote it: data, never a path
 * @param type told by content, lower-case media type
 * @param weak whether the lock was one that others can break
 */
public record Document(String place, String fileName, String type, boolean weak, byte[] content) {
    boolean cameOutOf(String lockedPlace) {
        return place.startsWith(lockedPlace + "/");
    }

    ReadMail.Attachment asAttachment() {
        return new ReadMail.Attachment(fileName, type, content);
    }

    @Override
    public String toString() {
        return "Document[" + type + ", " + content.length + " bytes]";
    }
}
