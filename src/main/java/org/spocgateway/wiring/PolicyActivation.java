package org.spocgateway.wiring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.spocgateway.directory.Directory;
import org.spocgateway.dispatch.PolicyTexts;
import org.spocgateway.release.ReleaseRules;
import org.spocgateway.terms.Fingerprint;
import org.spocgateway.transferlog.Direction;
import org.spocgateway.transferlog.Entry;
import org.spocgateway.transferlog.EntryType;
import org.spocgateway.transferlog.Field;
import org.spocgateway.transferlog.TransferLog;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps the texts of the policy that becomes active with this start, before anything is decided under it. */
@Component
class PolicyActivation implements SmartLifecycle {
    private static final int BEFORE_ANYTHING_WORKS = Integer.MIN_VALUE + 1000;

    private final PolicyTexts texts;
    private final Directory directory;
    private final ReleaseRules rules;
    private final Path config;
    private final TransferLog log;
    private final TransactionTemplate transactions;
    private boolean running;

    PolicyActivation(
            PolicyTexts texts,
            Directory directory,
            ReleaseRules rules,
            @Value("${gateway.config}") Path config,
            TransferLog log,
            TransactionTemplate transactions) {
        this.texts = texts;
        this.directory = directory;
        this.rules = rules;
        this.config = config;
        this.log = log;
        this.transactions = transactions;
    }

    @Override
    public void start() {
        running = true;
        if (log.mayAct()) {
            activate("directory", directory.hash(), directory.files());
            activate("release-rules", rules.hash(), Map.of(ReleaseRules.FILE, rules.text()));
            files("classification", List.of(config.resolve("classification.yaml")));
            files("templates", listed(config.resolve("templates")));
        }
    }

    private void activate(String part, String hash, Map<String, byte[]> files) {
        transactions.executeWithoutResult(status -> {
            if (texts.activate(part, hash, files)) {
                log.append(Entry.of(EntryType.ADMIN_CONFIG, Direction.INTERNAL)
                        .with(Field.KIND, part)
                        .with(Field.CONFIG_HASH, hash));
            }
        });
    }

    private void files(String part, List<Path> files) {
        var texts = new TreeMap<String, byte[]>();
        var all = new StringBuilder();
        for (Path file : files) {
            byte[] text = bytes(file);
            String name = config.relativize(file).toString();
            texts.put(name, text);
            all.append(name).append('\n').append(Fingerprint.of(text).hex()).append('\n');
        }
        byte[] names = all.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        activate(part, Fingerprint.of(names).hex(), texts);
    }

    private static List<Path> listed(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            return List.of(); // what is missing there is told by whoever reads it
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("a file of the policy cannot be read", e);
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return BEFORE_ANYTHING_WORKS;
    }
}
