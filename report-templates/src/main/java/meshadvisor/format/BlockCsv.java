package meshadvisor.format;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** All tables of a text as one, a line for each cell, so that a spreadsheet can sort and sum them. */
final class BlockCsv {

    private BlockCsv() {}

    static String of(List<Block> blocks) {
        StringBuilder text = new StringBuilder(Csv.line(List.of("section", "table", "row", "column", "value")));
        String section = "";
        String table = "";
        for (Block block : blocks) {
            if (block instanceof Block.Heading heading) {
                section = heading.text();
                table = "";
            } else if (block instanceof Block.Subheading heading) {
                table = heading.text();
            } else if (block instanceof Block.Rows rows) {
                text.append(cells(section, table, rows));
            }
        }
        return text.toString();
    }

    private static String cells(String section, String table, Block.Rows rows) {
        return rows.rows().stream().map(row -> IntStream.range(1, row.size())
                .mapToObj(i -> Csv.line(List.of(section, table, row.getFirst(), rows.head().get(i), row.get(i))))
                .collect(Collectors.joining())).collect(Collectors.joining());
    }
}
