package org.spocgateway.transferlog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a reviewer may know of one transfer or one inbound message: no person, case, subject, file name or local part. Null is not known.
 *
 * @param ref the random id of the transfer or message
 * @param organisation directory id
 * @param rules rule ids, joined by commas
 * @param protection S/MIME in words: encryption, signature
 * @param sizeBucket size in bytes, rounded to a power of two
 */
public record TransferFact(
        String ref,
        Instant startedAt,
        String direction,
        @Nullable String kind,
        @Nullable String transferChannel,
        @Nullable String organisation,
        @Nullable String peerDomain,
        @Nullable String rules,
        @Nullable String decision,
        @Nullable String tlsVersion,
        @Nullable String protection,
        @Nullable String grade,
        @Nullable String code,
        @Nullable String outcome,
        @Nullable Long sizeBucket) {}
