package org.spocgateway.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.FileSystemResource;

class CaseworkSettingsTest {
    @Test
    void the_settings_that_come_with_the_gateway_are_the_standard_ones() throws IOException {
        var pages =
                new YamlPropertySourceLoader().load("application", new FileSystemResource("config/application.yaml"));
        var binder = new Binder(ConfigurationPropertySources.from(pages));

        CaseworkSettings bound = binder.bindOrCreate("gateway.casework", CaseworkSettings.class);

        assertThat(bound).isEqualTo(CaseworkSettings.standard());
    }
}
