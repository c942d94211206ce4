package meshadvisor.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import meshadvisor.catalog.Catalogue;
import meshadvisor.catalog.Library;
import meshadvisor.rule.Rule;
import meshadvisor.rule.Rules;

/** The knowledge as it stands in the repository. */
public final class Knowledge {

    /** Tests run in the folder of the module {@code src}. */
    public static final Path FOLDER = Path.of("../rules/catalog");

    /** Where the languages stand. */
    public static final Path LANGUAGES = Path.of("../probes/languages");

    public static final Library LIBRARY = library();
    public static final Catalogue CATALOGUE = Catalogue.of(LIBRARY);
    public static final List<Rule> RULES = Rules.of(LIBRARY).all();

    private Knowledge() {}

    private static Library library() {
        Map<String, String> texts = files().filter(f -> f.toString().endsWith(".yaml") && !Example.is(f) && !Example.isCode(f))
                .collect(Collectors.toMap(f -> FOLDER.relativize(f).toString().replace('\\', '/'), Knowledge::text));
        files(LANGUAGES).filter(f -> f.toString().endsWith(".yaml"))
                .forEach(f -> texts.put("languages/" + f.getFileName(), text(f)));
        return Library.ofYaml(texts);
    }

    /** A document of the catalogue as it is written. */
    public static String document(String path) {
        return text(FOLDER.resolve(path));
    }

    /** Every file of the catalogue, sorted. */
    static Stream<Path> files() {
        return files(FOLDER);
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
