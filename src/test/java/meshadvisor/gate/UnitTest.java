package meshadvisor.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How numbers of budgets are written. */
class UnitTest {

    @ParameterizedTest
    @CsvSource({"COUNT, 3, 3", "COUNT, 0, 0", "COUNT, ' 2.5 ', 2.5", "PERCENT, 90%, 90", "PERCENT, 12.5 %, 12.5", "MILLISECONDS, 2ms, 2",
            "MILLISECONDS, 350us, 0.35", "MILLISECONDS, 1.5s, 1500", "MILLISECONDS, 10 µs, 0.01", "MILLICORES, 500m, 500",
            "MILLICORES, 2, 2000",
            "MILLICORES, 0.5, 500", "MEBIBYTES, 512Mi, 512", "MEBIBYTES, 4Gi, 4096", "MEBIBYTES, 1024Ki, 1", "MEBIBYTES, 1G, 953.674316"})
    void a_number_with_its_unit_is_read(Unit unit, String text, double value) {
        assertThat(unit.parse(text)).isPresent();
        assertThat(unit.parse(text).getAsDouble()).isCloseTo(value, Offset.offset(1e-5));
    }

    @ParameterizedTest
    @CsvSource({"COUNT, 3%", "COUNT, -1", "COUNT, ''", "COUNT, many", "COUNT, NaN", "COUNT, Infinity", "COUNT, 1e400", "COUNT, 0x10",
            "COUNT, ١",
            "PERCENT, 90", "MILLISECONDS, 2", "MILLISECONDS, 2m", "MILLISECONDS, 2 minutes", "MILLICORES, 2cores", "MEBIBYTES, 512",
            "MEBIBYTES, 5mi", "MEBIBYTES, 12345678901234Gi", "COUNT, 3 4", "MILLISECONDS, ms"})
    void what_is_no_number_with_its_unit_is_refused(Unit unit, String text) {
        assertThat(unit.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"COUNT, 3, 3", "COUNT, -0.0001, 0", "MILLISECONDS, 0.4125, 0.413 ms", "MILLISECONDS, 2, 2 ms", "PERCENT, 90, 90 %",
            "MILLICORES, 1500, 1500m", "MEBIBYTES, 100.5, 100.5Mi", "COUNT, Infinity, any number", "COUNT, 1000000, 1000000",
            "COUNT, -2.5, -2.5"})
    void a_number_is_shown_with_its_unit(Unit unit, double value, String text) {
        assertThat(unit.text(value)).isEqualTo(text);
    }
}
