package org.spocgateway.directory;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;

/**
 * What stands in the files and is the same for every trial.
 *
 * @param trust authorities whose S/MIME certificates are believed
 * @param own public halves of our own keys by name
 * @param origins where each value stands
 */
record AsRead(
        Snapshot snapshot,
        CalendarFile.Calendar calendar,
        QuestionsFile questions,
        List<X509Certificate> trust,
        Map<String, X509Certificate> own,
        Origins origins) {
    AsRead {
        trust = List.copyOf(trust);
        own = Map.copyOf(own);
    }
}
