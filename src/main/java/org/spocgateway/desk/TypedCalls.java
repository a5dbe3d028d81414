package org.spocgateway.desk;

import java.util.Optional;
import org.spocgateway.casework.CallNotes;
import org.spocgateway.casework.CaseFile;
import org.spocgateway.casework.PhoneCall;
import org.springframework.stereotype.Component;

/** What an officer typed about a telephone call with police, as a call on the number in the directory. */
@Component
class TypedCalls {
    private final CallNotes calls;
    private final Times times;

    TypedCalls(CallNotes calls, Times times) {
        this.calls = calls;
        this.times = times;
    }

    /** The call; empty when something is missing, which then stands among the problems. */
    Optional<PhoneCall> read(CallForm form, CaseFile file, Problems problems) {
        return form.call(number(file), false, times, problems);
    }

    /** The same, and only with the tick that police were called back. */
    Optional<PhoneCall> readCalledBack(CallForm form, CaseFile file, Problems problems) {
        return form.call(number(file), true, times, problems);
    }

    /** The number to ring: from the directory, never from a mail. */
    String number(CaseFile file) {
        return calls.numberToRing(file.id());
    }
}
