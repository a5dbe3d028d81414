package org.spocgateway.desk;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spocgateway.directory.Directory;
import org.spocgateway.directory.Force;
import org.spocgateway.directory.Party;
import org.spocgateway.directory.PersonField;
import org.spocgateway.directory.Question;
import org.springframework.stereotype.Component;

/** The directory as pages show it. */
@Component("parties")
public class Parties {
    private static final List<String> ROLES = List.of("health", "education", "social-care", "safeguarding", "housing");

    private final Directory directory;

    Parties(Directory directory) {
        this.directory = directory;
    }

    /** What people call somebody in the directory; the id when they are no longer in it. */
    public String name(String id) {
        return directory.byId(id).map(Party::name).orElse(id);
    }

    /** The number to ring. */
    public String telephone(String id) {
        return directory.byId(id).map(Party::telephone).orElse("");
    }

    /** What people call the recipient of a transfer. */
    public String name(Optional<String> id, String otherwise) {
        return id.map(this::name).orElse(otherwise);
    }

    /** Partners and council teams that may be asked, grouped by role, each once; the SPOC's own officers are not partners. */
    public Map<String, List<Party>> toAsk() {
        return Stream.concat(directory.partners().stream(), directory.officers().stream())
                .filter(party -> !party.addresses().isEmpty() && !party.roles().contains("spoc"))
                .sorted(Comparator.comparing(Party::name))
                .collect(Collectors.groupingBy(Parties::group, TreeMap::new, Collectors.toList()));
    }

    private static String group(Party party) {
        return ROLES.stream()
                .filter(party.roles()::contains)
                .findFirst()
                .orElseGet(() -> party.roles().stream().sorted().findFirst().orElse("other"));
    }

    /** For a school that is closed on this day, the first day of the next term. */
    public Optional<LocalDate> closedUntil(String id, LocalDate day) {
        return directory
                .byId(id)
                .filter(party -> party.roles().contains("education"))
                .flatMap(party -> directory.schoolTerms().closedUntil(day));
    }

    /** Whether that is somebody who may be asked. */
    boolean mayBeAsked(String id) {
        return directory.byId(id).filter(party -> !(party instanceof Force)).isPresent();
    }

    /** Children's and Adults' services. */
    public List<Party> frontDoors() {
        return directory.safeguardingFrontDoors();
    }

    /** The standard questions. */
    public List<Question> questions() {
        return directory.questions();
    }

    /** Facts about a person that can be held and told. */
    public List<PersonField> fields() {
        return directory.fields();
    }

    /** What people call a fact; the field's id when it is in no list. */
    public String fact(String id) {
        return directory.fields().stream()
                .filter(each -> each.id().equals(id))
                .map(PersonField::label)
                .findFirst()
                .orElse(id);
    }

    /** The force that the council belongs to, for cases that name none. */
    String ownForceTelephone() {
        return directory.forces().get(0).telephone();
    }
}
