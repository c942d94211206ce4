package meshadvisor.format;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import meshadvisor.bench.Analysis;
import meshadvisor.bench.BenchRun;
import meshadvisor.format.Screen.Paint;
import meshadvisor.support.BenchRuns;
import org.junit.jupiter.api.Test;

/** What people get of a benchmark, whole. */
class BenchTest {

    private static final BenchRun USUAL = BenchRuns.usual();

    @Test
    void the_table_on_80_columns_is_as_reviewed() {
        Golden.assertSame("bench.80.txt", written(USUAL, Format.TABLE, Screen.PLAIN));
    }

    @Test
    void the_markdown_is_as_reviewed() {
        Golden.assertSame("bench.md", written(USUAL, Format.MARKDOWN, Screen.PLAIN));
    }

    static String written(BenchRun run, Format format, Screen screen) {
        try {
            StringWriter text = new StringWriter();
            BenchDocument.of(run, Analysis.of(run)).write(format, screen, text);
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
