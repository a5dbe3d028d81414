package org.spocgateway.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.spocgateway.directory.Agreement;
import org.spocgateway.directory.AgreementDays;
import org.spocgateway.directory.Directory;
import org.spocgateway.directory.Force;
import org.spocgateway.directory.Origin;
import org.spocgateway.directory.Partner;
import org.spocgateway.directory.Party;
import org.spocgateway.directory.Profile;
import org.spocgateway.directory.Training;
import org.spocgateway.terms.MailAddress;

/** What stands on paper and ends: agreements (R25: 60, 30 and 7 days before), the profile in force, closed families, bank holidays. */
final class PaperDates {
    private final String folder;
    private final Directory directory;
    private final LocalDate day;
    private final List<Finding> findings = new ArrayList<>();

    PaperDates(String folder, Directory directory, LocalDate day) {
        this.folder = folder;
        this.directory = directory;
        this.day = day;
    }

    List<Finding> findings() {
        directory.forces().forEach(this::agreement);
        profile(directory.ways().profile());
        directory.parties().forEach(this::addresses);
        training(Training.of(directory, day));
        directory.partners().forEach(this::partner);
        directory
                .calendarWarning(day)
                .ifPresent(sentence -> warn(
                        at("bank-holidays", "until"),
                        sentence,
                        "Add the days that are announced at the list's source, and correct until."));
        return findings;
    }

    private void agreement(Force force) {
        Optional<Agreement> agreement = directory.agreement(force.id());
        if (agreement.isEmpty()) {
            warn(
                    at(force.id(), "id"),
                    "There is no agreement with " + force.name() + ": requests are held (R25).",
                    "Enter it in directory/agreements.yaml.");
            return;
        }
        Origin at = at("agreement " + agreement.get().id(), "until");
        AgreementDays.of(agreement.get(), day).ifPresent(warning -> {
            if (warning.step() == 0) {
                warn(
                        at,
                        "The agreement with " + force.name() + " is not in force: requests are held (R25).",
                        "Renew it, or let its holder give an override.");
            } else {
                String sentence = "The agreement with " + force.name() + " ends in " + warning.left() + " days (R25).";
                warn(at, sentence, warning.step() == 7 ? "Renew it now." : "Renew it.");
            }
        });
    }

    private void profile(Profile profile) {
        if (day.isBefore(profile.from()) || profile.until().map(day::isAfter).orElse(false)) {
            warn(
                    at("gcsx", "in-force"),
                    "The profile " + profile.id() + " is in force outside its dates: "
                            + (day.isBefore(profile.from())
                                    ? "it begins on " + profile.from()
                                    : "it ended on " + profile.until().orElseThrow())
                            + ".",
                    "Put the profile of today in force.");
        }
    }

    /** Training is warned of and counted; nobody is kept from working by it (R28). */
    private void training(Training training) {
        String figure = " " + training.inDate() + " of "
                + (training.inDate()
                        + training.ended().size()
                        + training.unknown().size())
                + " officers who work with cases are in date.";
        training.ended()
                .forEach(id -> warn(
                        at(id, "trained"),
                        "The training of " + id + " is older than a year (R28)." + figure,
                        "Book a new one, and enter its date."));
        training.unknown()
                .forEach(id -> warn(
                        at(id, "id"),
                        "No training of " + id + " is written down (R28)." + figure,
                        "Add trained: with the date."));
    }

    private void addresses(Party party) {
        Profile profile = directory.ways().profile();
        for (MailAddress address : party.addresses()) {
            profile.closedFamily(address)
                    .ifPresent(closed -> warn(
                            at(party.id(), "addresses"),
                            "An address of " + party.id() + " is in " + closed.family() + ", closed on "
                                    + closed.since() + ": nothing is sent there.",
                            "Ask them for their present address."));
        }
    }

    private void partner(Partner partner) {
        if (partner.agreementUntil().map(day::isAfter).orElse(false)) {
            findings.add(Finding.of(
                    Finding.Level.NOTE,
                    folder,
                    at(partner.id(), "agreement-until"),
                    "The agreement of " + partner.id() + " has ended; it is shown and blocks nothing.",
                    "Renew it."));
        }
    }

    private Origin at(String id, String key) {
        return directory.origins().of(id, key).orElse(new Origin("directory", 1));
    }

    private void warn(Origin at, String sentence, String fix) {
        findings.add(Finding.of(Finding.Level.WARNING, folder, at, sentence, fix));
    }
}
