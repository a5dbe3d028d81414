package org.spocgateway.casework;

import org.spocgateway.classification.ArrivalGrade;
import org.spocgateway.classification.Classified;
import org.spocgateway.directory.Directory;
import org.spocgateway.directory.Force;
import org.spocgateway.intake.Inbound;
import org.spocgateway.terms.CaseId;
import org.springframework.stereotype.Component;

/** The force that a case is with: its telephone, and whether a message of theirs arrived safely enough to be believed. */
@Component
class Police {
    private final Directory directory;
    private final CaseRows cases;

    Police(Directory directory, CaseRows cases) {
        this.directory = directory;
        this.cases = cases;
    }

    /** The council's own force. */
    Force own() {
        return directory.forces().get(0);
    }

    /** The force of the case, or the council's own when the directory no longer lists it. */
    Force of(CaseId id) {
        String force = cases.get(id).force();
        return directory.forces().stream()
                .filter(each -> each.id().equals(force))
                .findFirst()
                .orElseGet(this::own);
    }

    /** Whether the number is the directory's, however it is written. */
    boolean isTheirNumber(CaseId id, String number) {
        return digits(number).equals(digits(of(id).telephone()));
    }

    /** Whether the message arrived at the grade that the profile in force asks for (R23). */
    boolean isSafe(Inbound message) {
        return message.classified()
                .map(Classified::grade)
                .filter(grade -> grade.atLeast(threshold()))
                .isPresent();
    }

    private ArrivalGrade threshold() {
        return ArrivalGrade.valueOf(directory.ways().profile().referralGrade());
    }

    private static String digits(String number) {
        String digits = number.replaceAll("[^0-9+]", "");
        return digits.startsWith("+44") ? "0" + digits.substring(3) : digits;
    }
}
