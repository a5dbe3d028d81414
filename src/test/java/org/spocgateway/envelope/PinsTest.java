package org.spocgateway.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spocgateway.DemonstrationPki;
import org.spocgateway.MailMaker;
import org.spocgateway.directory.Directory;
import org.spocgateway.terms.MailAddress;

class PinsTest {
    @Test
    void the_directory_pins_each_signer_to_its_own_address(@TempDir Path folder) {
        DemonstrationPki pki = DemonstrationPki.make(folder, "x");
        Pins pins = Pins.of(Directory.read(Path.of("config"), pki.certs()));

        assertThat(pins.has(new MailAddress(MailMaker.NORTHMERE), pki.certificate(DemonstrationPki.NORTHMERE)))
                .isTrue();
        assertThat(pins.has(new MailAddress(MailMaker.WHITLOCK), pki.certificate(DemonstrationPki.WHITLOCK)))
                .isTrue();
        assertThat(pins.has(new MailAddress(MailMaker.LARKHILL), pki.certificate(DemonstrationPki.LARKHILL)))
                .isTrue();
        assertThat(pins.has(new MailAddress(MailMaker.NORTHMERE), pki.certificate(DemonstrationPki.WHITLOCK)))
                .isFalse();
    }
}
