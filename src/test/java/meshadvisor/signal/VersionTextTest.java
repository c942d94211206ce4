package meshadvisor.signal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionTextTest {

    @ParameterizedTest
    @CsvSource({"1.18.5,1.18", "v1.20.0-distroless,1.20", "stable-2.14.1,2.14", "enterprise-2.17.0,2.17", "release-1.29,1.29", "1.30,1.30",
            "1.30.0-rc.1,1.30", "1.22.3+build5,1.22", "1.20.x,1.20", "2.18.4-preview,2.18"})
    void major_and_minor_are_read_out_of_tags(String tag, String version) {
        assertThat(VersionText.of(tag)).hasToString("Optional[" + version + "]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "latest", "edge-24.2.4", "1", "v1", "main-abc123", ">=1.20.0 <1.22.0", "~1.20", "*", "1.x", "sha256:1f2e",
            "1.18 5", "99999999.1", "${ISTIO_VERSION}", "default_1.20"})
    void what_is_no_single_version_is_none(String tag) {
        assertThat(VersionText.of(tag)).isEmpty();
    }

    @Test
    void minors_are_numbers_and_no_text() {
        assertThat(new VersionText(1, 9).olderThan(new VersionText(1, 10))).isTrue();
        assertThat(new VersionText(1, 30).olderThan(new VersionText(2, 1))).isTrue();
        assertThat(new VersionText(2, 1).olderThan(new VersionText(1, 30))).isFalse();
        assertThat(new VersionText(1, 10).olderThan(new VersionText(1, 10))).isFalse();
    }
}
