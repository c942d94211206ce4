package meshadvisor.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import meshadvisor.catalog.BuildFile;
import meshadvisor.source.Declared.Need;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.toml.TomlFactory;
import tools.jackson.dataformat.toml.TomlMapper;

/** Reads TOML, bounded in depth and length. The parser keeps no lines: the first line with the name of a dependency is taken as its place. */
final class TomlBuild {

    private static final int DEEPEST = 100;
    private static final int LONGEST = 100_000;
    private static final Pattern NAME = Pattern.compile("^[A-Za-z0-9][A-Za-z0-9._-]*");
    private static final TomlMapper TOML = TomlMapper.builder(TomlFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).maxStringLength(LONGEST).build()).build())
            .build();

    private final BuildFile build;
    private final List<String> lines;
    private final List<Need> needs = new ArrayList<>();

    private TomlBuild(BuildFile build, String text) {
        this.build = build;
        this.lines = text.lines().toList();
    }

    static Declared read(BuildFile build, String text) throws BrokenBuildFile {
        try {
            return new TomlBuild(build, text).all(TOML.readTree(text));
        } catch (JacksonException e) {
            throw new BrokenBuildFile("no valid TOML" + (e.getLocation() == null ? "" : " on line " + e.getLocation().getLineNr()));
        }
    }

    private Declared all(JsonNode root) {
        for (String path : build.lists()) {
            lists(root, path.split("/", -1), 0);
        }
        JsonNode name = root;
        for (String step : build.named().split("/", -1)) {
            name = name.path(step);
        }
        return new Declared(name.isString() ? name.stringValue() : "", List.copyOf(needs));
    }

    private void lists(JsonNode node, String[] path, int step) {
        if (step == path.length) {
            list(node);
        } else if (path[step].equals("*")) {
            node.forEach(child -> lists(child, path, step + 1));
        } else {
            lists(node.path(path[step]), path, step + 1);
        }
    }

    private void list(JsonNode node) {
        if (node.isArray()) {
            node.forEach(item -> {
                Matcher name = NAME.matcher(item.isString() ? item.stringValue() : "");
                if (name.find()) {
                    needs.add(new Need(name.group(), line(name.group()), ""));
                }
            });
        } else if (node.isObject()) {
            node.properties().forEach(e -> needs.add(need(e.getKey(), e.getValue())));
        }
    }

    /** A catalogue of versions says which library is meant: {@code module = "group:name"}, {@code group} and {@code name}, or one text. */
    private Need need(String key, JsonNode value) {
        if (build.aliases().isEmpty()) {
            return new Need(key, line(key), "");
        }
        String module = value.isString() ? value.stringValue()
                : value.path("module").asString(value.path("group").asString("") + ":" + value.path("name").asString(""));
        String[] parts = module.split(":", -1);
        String alias = build.aliases() + key.toLowerCase(Locale.ROOT).replace('-', '.').replace('_', '.');
        return new Need(parts.length > 1 ? parts[0] + ":" + parts[1] : module, line(key), alias);
    }

    private int line(String name) {
        Pattern word = Pattern.compile("(?<![A-Za-z0-9._-])" + Pattern.quote(name) + "(?![A-Za-z0-9_-])");
        for (int i = 0; i < lines.size(); i++) {
            if (word.matcher(lines.get(i)).find()) {
                return i + 1;
            }
        }
        return 0;
    }
}
