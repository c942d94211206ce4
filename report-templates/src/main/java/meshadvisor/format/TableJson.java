package meshadvisor.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import meshadvisor.report.Block.Table;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;

/** Tables as one JSON object: each a list of objects under its name, with the columns as fields. */
public final class TableJson {

    private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");
    private static final JsonMapper JSON = JsonMapper.builder()
            .defaultPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(LINES).withArrayIndenter(LINES)).build();

    private TableJson() {}

    /** The text, with a line end at its end. */
    public static String of(Map<String, Table> tables) {
        Map<String, List<Map<String, String>>> objects = new LinkedHashMap<>();
        tables.forEach((name, table) -> objects.put(name, table.rows().stream().map(row -> object(table.columns(), row)).toList()));
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(objects) + "\n";
    }

    private static Map<String, String> object(List<String> columns, List<String> row) {
        return IntStream.range(0, columns.size()).boxed()
                .collect(Collectors.toMap(columns::get, row::get, (one, other) -> other, LinkedHashMap::new));
    }
}
