package meshadvisor.source;

import java.util.ArrayList;
import java.util.List;
import meshadvisor.catalog.BuildFile;
import meshadvisor.source.Declared.Need;
import meshadvisor.tree.Absent;
import meshadvisor.tree.Entry;
import meshadvisor.tree.Limits;
import meshadvisor.tree.Mapping;
import meshadvisor.tree.Node;
import meshadvisor.tree.Problem;
import meshadvisor.tree.Scalar;
import meshadvisor.tree.Sequence;
import meshadvisor.tree.YamlReader;

/** Reads JSON as the YAML that it is, within the limits of manifests. */
final class JsonBuild {

    private JsonBuild() {}

    static Declared read(BuildFile build, byte[] content) throws BrokenBuildFile {
        List<Node> documents = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        YamlReader.read(spaced(content), Limits.DEFAULT, d -> documents.add(d.root()), problems::add);
        if (documents.isEmpty()) {
            throw new BrokenBuildFile(problems.isEmpty() ? "it is empty" : problems.getFirst().sentence());
        }
        List<Need> needs = new ArrayList<>();
        for (String path : build.lists()) {
            collect(documents.getFirst().at(path.split("/", -1)), needs);
        }
        return new Declared(build.named().isEmpty() ? "" : documents.getFirst().at(build.named().split("/", -1)).text(),
                List.copyOf(needs));
    }

    /** JSON may be indented by tabs, YAML may not; inside of a text of JSON no tab may stand. */
    private static byte[] spaced(byte[] content) {
        byte[] spaced = content.clone();
        for (int i = 0; i < spaced.length; i++) {
            spaced[i] = spaced[i] == '\t' ? (byte) ' ' : spaced[i];
        }
        return spaced;
    }

    private static void collect(Node list, List<Need> needs) {
        switch (list) {
            case Mapping mapping -> {
                for (Entry entry : mapping.entries()) {
                    needs.add(new Need(entry.key().text(), entry.key().line(), ""));
                }
            }
            case Sequence sequence -> sequence.items().forEach(item -> {
                String name = item.text().isEmpty() ? item.get("name").text() : item.text();
                if (!name.isEmpty()) {
                    needs.add(new Need(name, item.line(), ""));
                }
            });
            case Scalar scalar -> {
                // a text where a list belongs names nothing
            }
            case Absent absent -> {
                // nothing is needed
            }
        }
    }
}
