package meshadvisor.format;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import meshadvisor.report.Report;

/** For a terminal: one screen with the verdict, why and what to do next, and below it everything else. */
final class TableWriter implements ReportWriter {

    private final Screen screen;

    TableWriter(Screen screen) {
        this.screen = screen;
    }

    @Override
    public void write(Report report, Writer out) throws IOException {
        write(Summary.of(report), Sections.open(report), screen, out);
    }

    /** Writes a summary and what stands below it. */
    static void write(Summary summary, List<Block> blocks, Screen screen, Writer out) throws IOException {
        List<String> lines = new ArrayList<>(new FirstScreen(screen).draw(summary));
        lines.addAll(new BlockText(screen).lines(blocks));
        for (String line : lines) {
            out.write(line);
            out.write('\n');
        }
        out.flush();
    }
}
