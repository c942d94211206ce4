package meshadvisor.lab.file;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import meshadvisor.bench.BenchPlan;
import meshadvisor.bench.BenchRun;
import meshadvisor.bench.Manifest;
import meshadvisor.bench.Scene.Presence;
import meshadvisor.files.UnusableFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Files of plans and runs: JSON, with fields named as the records of {@link meshadvisor.bench} name them and the words of enumerations in kebab case. Reading is
 * strict: what a version of this program does not know, it does not guess.
 */
public final class BenchFiles {

    /** The version of the format. */
    public static final String API_VERSION = "meshadvisor/v1";

    private static final String PLAN = "BenchPlan";
    private static final String RUN = "BenchRun";
    private static final String VERSION_FIELD = "apiVersion";
    private static final String KIND_FIELD = "kind";

    /** A script of an agent is one text, and so is a histogram. */
    private static final int LONGEST_TEXT = 16 << 20;
    private static final int MOST_TOLD = 20;

    private static final JsonMapper JSON = JsonMapper
            .builder(JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder().maxStringLength(LONGEST_TEXT).build()).build())
            .enumNamingStrategy(EnumNamingStrategies.KEBAB_CASE)
            .addMixIn(Presence.class, PresenceForm.class).addMixIn(Manifest.class, ManifestForm.class)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES, DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(SerializationFeature.INDENT_OUTPUT).build();

    private BenchFiles() {}

    /** Either can be told by its fields. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
    @JsonSubTypes({@JsonSubTypes.Type(Presence.There.class), @JsonSubTypes.Type(Presence.NotThere.class)})
    private interface PresenceForm {}

    /** A manifest stands as the tree that it is. */
    private interface ManifestForm {
        @JsonValue
        Map<String, Object> object();

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Manifest of(Map<String, Object> object) {
            return new Manifest(object);
        }
    }

    /** A plan as text. */
    public static String text(BenchPlan plan) {
        return text(PLAN, plan);
    }

    /** A run as text. */
    public static String text(BenchRun run) {
        return text(RUN, run);
    }

    private static String text(String kind, Object content) {
        ObjectNode whole = JSON.createObjectNode().put(VERSION_FIELD, API_VERSION).put(KIND_FIELD, kind);
        whole.setAll((ObjectNode) JSON.valueToTree(content));
        return JSON.writeValueAsString(whole) + "\n";
    }

    /** Writes a file so that readers see the old one or the new one, whole. */
    public static void write(Path file, String text) throws IOException {
        Path whole = file.toAbsolutePath();
        Path beside = whole.resolveSibling(whole.getFileName() + ".part");
        Files.writeString(beside, text);
        Files.move(beside, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * Reads a plan.
     *
     * @throws IOException if the file cannot be read
     * @throws UnusableFile if it is no plan of this version
     */
    public static BenchPlan plan(Path file) throws IOException, UnusableFile {
        return read(file, PLAN, BenchPlan.class);
    }

    /**
     * Reads a run.
     *
     * @throws IOException if the file cannot be read
     * @throws UnusableFile if it is no run of this version
     */
    public static BenchRun run(Path file) throws IOException, UnusableFile {
        return read(file, RUN, BenchRun.class);
    }

    private static <T> T read(Path file, String kind, Class<T> type) throws IOException, UnusableFile {
        JsonNode tree = tree(file);
        if (!(tree instanceof ObjectNode whole)) {
            throw new UnusableFile(file + " holds no JSON object; give a file that meshadvisor bench wrote.");
        }
        JsonNode version = whole.remove(VERSION_FIELD);
        JsonNode found = whole.remove(KIND_FIELD);
        if (version == null || !version.asString("").equals(API_VERSION) || found == null || !found.asString("").equals(kind)) {
            throw new UnusableFile(file + " is no " + kind + " of " + API_VERSION + " but " + word(found) + " of " + word(version)
                    + "; give a file that this version of meshadvisor bench wrote.");
        }
        try {
            return JSON.treeToValue(whole, type);
        } catch (JacksonException e) {
            List<String> all = Mismatches.of(whole, type, (node, part) -> JSON.treeToValue(node, JSON.constructType(part)));
            throw misread(file, all.isEmpty() ? List.of(Misread.clause(e)) : all);
        }
    }

    private static JsonNode tree(Path file) throws IOException, UnusableFile {
        try {
            return JSON.readTree(Files.readString(file));
        } catch (JacksonException e) {
            throw misread(file, List.of(Misread.clause(e)));
        }
    }

    private static UnusableFile misread(Path file, List<String> clauses) {
        int more = clauses.size() - MOST_TOLD;
        return new UnusableFile(file + " cannot be understood: " + clauses.stream().limit(MOST_TOLD).collect(Collectors.joining("; "))
                + (more > 0 ? "; and " + more + " more" : "") + "; give a file as this version of meshadvisor bench wrote it.");
    }

    private static String word(@Nullable JsonNode node) {
        return node == null || node.asString("").isEmpty() ? "nothing that says what it is" : node.asString("");
    }
}
