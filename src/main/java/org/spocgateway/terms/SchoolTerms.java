package org.spocgateway.terms;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** When schools are open; a school that is asked in the holidays answers after them. */
public record SchoolTerms(List<Term> terms) {
    /** First and last day of one stretch of school days. */
    public record Term(LocalDate from, LocalDate until) {
        boolean holds(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(until);
        }
    }

    public SchoolTerms {
        terms = List.copyOf(terms);
    }

    /** The first day of the next term if schools are closed on this day; empty in a term, or when no later term is known. */
    public Optional<LocalDate> closedUntil(LocalDate day) {
        if (terms.stream().anyMatch(each -> each.holds(day))) {
            return Optional.empty();
        }
        return terms.stream().map(Term::from).filter(day::isBefore).min(LocalDate::compareTo);
    }
}
