package org.spocgateway.review;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.spocgateway.directory.Directory;
import org.spocgateway.directory.Officer;
import org.spocgateway.directory.Partner;
import org.springframework.stereotype.Component;

/** Names of organisations as reviewers may see them; the log has already put a number in place of a name that tells a condition. */
@Component
class Organisations {
    private final Directory directory;

    Organisations(Directory directory) {
        this.directory = directory;
    }

    /** What stands on the screen for what stands in the reviewers' table. */
    String name(@Nullable String id) {
        if (id == null) {
            return "";
        }
        if (id.equals("council")) {
            return directory.council().name();
        }
        if (id.matches("p-\\d{4}")) {
            return "external partner " + id.toUpperCase(Locale.ROOT);
        }
        return directory
                .byId(id)
                .filter(party -> !(party instanceof Officer))
                .filter(party -> !(party instanceof Partner partner && partner.nameIsSensitive()))
                .map(party -> party.name())
                .orElse("no longer in the directory");
    }
}
