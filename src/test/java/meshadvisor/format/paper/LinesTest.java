package meshadvisor.format.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import meshadvisor.format.Pages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines of pictures are drawn where a browser draws them. */
class LinesTest {

    static Stream<String> every_page() {
        return Pages.NAMES.stream();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            M1 2L3 4           | M1,2 L3,4
            M1.0 2.0H5V6h-1v-2 | M1,2 L5,2 L5,6 L4,6 L4,4
            M1 2l3 4 5 6Z      | M1,2 L4,6 L9,12 Z
            M0 0C1 2 3 4 5 6   | M0,0 C1,2,3,4,5,6
            M1 1c1 2 3 4 5 6   | M1,1 C2,3,4,5,6,7
            M1 1L2 2M5 5v1     | M1,1 L2,2 M5,5 L5,6
            M2-3l-1-1          | M2,-3 L1,-4
            """)
    void a_path_is_read_as_svg_says(String path, String expected) {
        assertThat(words(Lines.of(path))).isEqualTo(expected);
    }

    @Test
    void two_half_turns_are_a_circle() {
        Rectangle2D circle = Lines.of("M10 20a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0Z").getBounds2D();
        assertThat(circle.getX()).isCloseTo(10, within(0.01));
        assertThat(circle.getY()).isCloseTo(15.5, within(0.01));
        assertThat(circle.getWidth()).isCloseTo(9, within(0.01));
        assertThat(circle.getHeight()).isCloseTo(9, within(0.01));
    }

    /** From (0,0) to (10,-10) two circles of radius 10 lead, each with two ways around it. */
    @ParameterizedTest
    @CsvSource({"0 0 1, 0, -10, 4, -6", "0 0 0, 0, -10, 6, -4", "0 1 1, -10, -20, -7, -10", "0 1 0, 0, -10, 17, 0"})
    void an_arc_turns_to_the_side_that_its_flags_say(String flags, double left, double top, double insideX, double insideY) {
        Path2D arc = Lines.of("M0 0A10 10 " + flags + " 10 -10");
        assertThat(arc.getBounds2D().getMinX()).isCloseTo(left, within(0.01));
        assertThat(arc.getBounds2D().getMinY()).isCloseTo(top, within(0.01));
        assertThat(arc.contains(insideX, insideY)).isTrue();
        assertThat(arc.getCurrentPoint().getX()).isCloseTo(10, within(0.01));
    }

    @ParameterizedTest
    @ValueSource(strings = {"M0 0Q1 1 2 2", "M0 0S1 1 2 2", "M0 0T1 1", "X"})
    void what_no_picture_of_ours_has_is_no_line(String path) {
        assertThatThrownBy(() -> Lines.of(path)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("no command");
    }

    @ParameterizedTest
    @MethodSource("every_page")
    void every_line_of_every_page_can_be_read_and_stays_in_its_picture(String name) {
        Pattern.compile("viewBox=\"0 0 (\\d+) (\\d+)\">(.*?)</svg>", Pattern.DOTALL).matcher(Pages.onPaper(name)).results()
                .forEach(picture -> {
                    Rectangle2D frame = new Rectangle2D.Double(-1, -1, Double.parseDouble(picture.group(1)) + 2,
                            Double.parseDouble(picture.group(2)) + 2);
                    Pattern.compile(" d=\"([^\"]*)\"").matcher(picture.group(3)).results()
                            .forEach(path -> {
                                Rectangle2D line = Lines.of(path.group(1)).getBounds2D();
                                assertThat(frame.contains(line.getMinX(), line.getMinY()) && frame.contains(line.getMaxX(), line.getMaxY()))
                                        .as(path.group(1)).isTrue();
                            });
                });
    }

    private static String words(Path2D path) {
        List<String> words = new ArrayList<>();
        double[] to = new double[6];
        for (PathIterator step = path.getPathIterator(null); !step.isDone(); step.next()) {
            int kind = step.currentSegment(to);
            String letter = List.of("M", "L", "Q", "C", "Z").get(kind);
            int numbers = List.of(2, 2, 4, 6, 0).get(kind);
            List<String> each = new ArrayList<>();
            for (int i = 0; i < numbers; i++) {
                each.add(String.format(Locale.ROOT, "%.0f", to[i]));
            }
            words.add(letter + String.join(",", each));
        }
        return String.join(" ", words);
    }
}
