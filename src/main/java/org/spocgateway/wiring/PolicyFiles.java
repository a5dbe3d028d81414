package org.spocgateway.wiring;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.spocgateway.classification.Classifier;
import org.spocgateway.directory.ConfigurationFault;
import org.spocgateway.directory.ConfigurationFaults;
import org.spocgateway.directory.Directory;
import org.spocgateway.directory.Templates;
import org.spocgateway.envelope.Envelopes;
import org.spocgateway.release.ReleaseRules;

/** The policy as data, all of it: directory, rules, classification, templates. */
public final class PolicyFiles {
    private PolicyFiles() {}

    /** Everything that is wrong in config/ and certs/; each part is read whatever the others are like. */
    public static List<ConfigurationFault> faults(Path config, Path certs) {
        return Stream.<Runnable>of(
                        () -> Directory.read(config, certs),
                        () -> ReleaseRules.read(config),
                        () -> ClassificationBeans.ruleBook(config),
                        () -> Templates.read(config))
                .flatMap(part -> faults(part).stream())
                .distinct()
                .toList();
    }

    /** Sorts mail by classification.yaml, with these keys for forwarded originals. */
    public static Classifier classifier(Path config, Envelopes envelopes) {
        return new Classifier(ClassificationBeans.ruleBook(config), envelopes::open);
    }

    /** The refusal of a start, with the faults of all parts. */
    static StartRefused refused(Path config, Path certs) {
        return new StartRefused(new ConfigurationFaults(faults(config, certs)));
    }

    private static List<ConfigurationFault> faults(Runnable part) {
        try {
            part.run();
            return List.of();
        } catch (ConfigurationFaults e) {
            return e.faults();
        }
    }
}
