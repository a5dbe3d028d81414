package org.spocgateway.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FrontendFilesTest {
    private final FrontendFiles files = new FrontendFiles();

    @Test
    void the_stylesheet_names_no_typeface_or_picture_of_govuk() {
        assertThat(files.stylesheet().getBody())
                .contains(".govuk-button")
                .contains("font-family:arial")
                .doesNotContainIgnoringCase("GDS Transport")
                .doesNotContain("@font-face", "woff", "crest", "url(/");
    }

    @Test
    void the_script_is_the_packaged_one_without_its_map() {
        assertThat(files.script().getBody())
                .contains("initAll")
                .doesNotContain("sourceMappingURL")
                .doesNotContain("crest", "woff");
    }

    @Test
    void every_font_face_is_removed_whatever_its_form() {
        assertThat(FrontendFiles.unbranded("@font-face {src:url(/a.woff2)}p{font-family:\"GDS Transport\", arial}"))
                .isEqualTo("p{font-family:arial}");
        assertThat(FrontendFiles.unbranded("a{background:url(\"data:image/svg+xml,x\")}b{background:url(/crest.svg)}"))
                .isEqualTo("a{background:url(\"data:image/svg+xml,x\")}b{background:none}");
    }
}
