package org.spocgateway.envelope;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.spocgateway.envelope.container.Bounds;
import org.spocgateway.envelope.container.Unlocker;

/** Tries one password on every locked file of one message; used once. */
final class Unlocking {
    private final List<Document> documents = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private String algorithm = "";
    private int left;

    /**
     * @param opened what came out before
     * @param password not changed, not kept
     */
    Unlock all(ReadMail mail, List<Document> opened, char[] password) {
        for (Locked.File file : Locked.files(mail, opened)) {
            one(file, password);
        }
        if (documents.isEmpty()) {
            return new Unlock.StillLocked(fault());
        }
        List<Document> all = new ArrayList<>(opened);
        all.addAll(documents);
        return new Unlock.Unlocked(
                List.copyOf(documents), algorithm, Locked.files(mail, all).size());
    }

    private void one(Locked.File file, char[] password) {
        if (file.fault() != Fault.PASSWORD_FILE) {
            faults.add(file.fault());
            return;
        }
        var unlocking = Unlocker.open(file.content(), file.fileName(), password, Bounds.USUAL);
        if (unlocking instanceof org.spocgateway.envelope.container.Unlocking.Unlocked unlocked) {
            algorithm = unlocked.algorithm();
            for (int i = 0; i < unlocked.pieces().size(); i++) {
                var piece = unlocked.pieces().get(i);
                documents.add(new Document(
                        file.place() + "/" + i, piece.name(), piece.type(), unlocked.weak(), piece.content()));
            }
        } else if (unlocking instanceof org.spocgateway.envelope.container.Unlocking.StillLocked still) {
            faults.add(
                    switch (still.why()) {
                        case WRONG_PASSWORD -> Fault.WRONG_PASSWORD;
                        case DAMAGED -> Fault.DAMAGED;
                        case TOO_LARGE -> Fault.TOO_LARGE;
                        case UNSUPPORTED -> Fault.ALGORITHM;
                    });
        }
    }

    /** A wrong password is the plainest answer; where it was none, the first other cause. */
    private Fault fault() {
        Optional<Fault> wrong =
                faults.stream().filter(Fault.WRONG_PASSWORD::equals).findFirst();
        return wrong.or(() -> faults.stream().findFirst()).orElse(Fault.PASSWORD_FILE);
    }
}
