package org.spocgateway.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * Who works with cases and is trained (policy 2.5, R28): a warning and a figure. Nobody is ever kept from passing on a worry by it.
 *
 * @param inDate how many were trained within the last year
 * @param ended ids of those whose training is older
 * @param unknown ids of those of whom no date is written down
 */
public record Training(int inDate, List<String> ended, List<String> unknown) {
    private static final Set<String> CASEWORK = Set.of("spoc", "head-of-service");

    /** The officers who work with cases, as they stand on that day; a day one year after the training still counts. */
    public static Training of(Directory directory, LocalDate day) {
        List<Officer> people = directory.officers().stream()
                .filter(each ->
                        each.trained().isPresent() || each.roles().stream().anyMatch(CASEWORK::contains))
                .toList();
        List<String> unknown = people.stream()
                .filter(each -> each.trained().isEmpty())
                .map(Officer::id)
                .toList();
        List<String> ended = people.stream()
                .filter(each -> each.trained()
                        .filter(date -> date.plusYears(1).isBefore(day))
                        .isPresent())
                .map(Officer::id)
                .toList();
        return new Training(people.size() - ended.size() - unknown.size(), ended, unknown);
    }
}
