package org.spocgateway.work;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** What a failure means for the row it happened to. */
sealed interface Verdict permits Verdict.WorkLater, Verdict.Quarantine, Verdict.EndProcess {
    Throwable cause();

    /** The world is away: nothing is lost, try again later. */
    record WorkLater(Throwable cause, WorldAway why) implements Verdict {}

    /** Trying again will not mend it: in front of a person. */
    record Quarantine(Throwable cause) implements Verdict {}

    /** The virtual machine itself is broken (out of memory, internal error): go down, come back, the attempt is already counted. */
    record EndProcess(Throwable cause) implements Verdict {}

    /** Looks through all causes, for Camel wraps what a step threw. */
    static Verdict on(Throwable failure) {
        for (Throwable each : causes(failure)) {
            if (each instanceof WorldAway away) {
                return new WorkLater(failure, away);
            }
            if (each instanceof VirtualMachineError && !(each instanceof StackOverflowError)) {
                return new EndProcess(failure);
            }
            if (databaseAway(each)) {
                return new WorkLater(
                        failure, new WorldAway("the database is away or busy", Duration.ofSeconds(5), each));
            }
        }
        return new Quarantine(failure);
    }

    /** The classes of the failure and its causes, outermost first; no message. */
    default String names() {
        return causes(cause()).stream().map(each -> each.getClass().getName()).collect(Collectors.joining(" < "));
    }

    private static boolean databaseAway(Throwable failure) {
        return failure instanceof TransientDataAccessException
                || failure instanceof RecoverableDataAccessException
                || failure instanceof NonTransientDataAccessResourceException
                || failure instanceof CannotCreateTransactionException;
    }

    private static Set<Throwable> causes(Throwable failure) {
        Set<Throwable> chain = new LinkedHashSet<>();
        for (Throwable each = failure; each != null && chain.add(each); each = each.getCause()) {
            // a chain may run in a circle
        }
        return chain;
    }
}
