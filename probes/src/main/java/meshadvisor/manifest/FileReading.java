package meshadvisor.manifest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import meshadvisor.dialect.Facts;
import meshadvisor.dialect.Item;
import meshadvisor.files.SourceFile;
import meshadvisor.model.InputProblem;
import meshadvisor.model.ObjectKey;
import meshadvisor.model.Patch;

/** What one file held. */
final class FileReading {

    /** Whether the user asked for exactly this file, or it was found in a folder where other things lie too. */
    enum Given {
        NAMED, FOUND
    }

    final String file;
    final Given given;

    final Facts facts = new Facts();

    /** Of objects that the user does not want to see, but that may say something about those he wants. */
    final Facts unwanted = new Facts();

    /** Changes that may belong to a kustomization: lists of operations, and objects that do not say what they are. */
    final List<Patch> operations = new ArrayList<>();
    final List<Patch> unnamed = new ArrayList<>();

    /** Objects that the file says are to be deleted. */
    final List<ObjectKey> deletions = new ArrayList<>();

    /** Kustomize's own files. */
    final List<Item> kustomizations = new ArrayList<>();

    /** Documents, those that failed included, and those of them that were understood. */
    int documents;
    int understood;

    /** The {@code type} of the Helm chart that the file describes; absent if it describes none. */
    Optional<String> chart = Optional.empty();

    /** The first line on which a template stands; 0 for none. */
    int templateLine;

    /** The content, kept as long as it may have to be read again with its placeholders replaced. */
    Optional<SourceFile> source = Optional.empty();

    private final Path path;

    FileReading(String file, Given given) {
        this(file, given, Path.of(file));
    }

    /** What was made of a folder stands in that folder. */
    FileReading(String file, Given given, Path path) {
        this.file = file;
        this.given = given;
        this.path = path.toAbsolutePath().normalize();
    }

    /** Where it stands, without {@code ..} and from the root on: the same file has the same path however it was given. */
    Path path() {
        return path;
    }

    /** The folder of the file as it is shown, empty for the working directory. */
    String folder() {
        int slash = file.lastIndexOf('/');
        return slash < 0 ? "" : file.substring(0, slash);
    }

    /** The last part of the path. */
    String name() {
        return file.substring(file.lastIndexOf('/') + 1);
    }

    boolean isPiped() {
        return file.equals(SourceFile.STANDARD_INPUT);
    }

    /** Whether the user asked for this very file and there was nothing in it for us, and nothing was said about it. */
    boolean isDisappointing() {
        return given == Given.NAMED && documents == 0 && unwanted.definitions.isEmpty() && kustomizations.isEmpty() && chart.isEmpty()
                && templateLine == 0 && facts.problems.isEmpty() && operations.isEmpty();
    }

    /** Forgets the documents that could not be read. */
    void forgetFailures() {
        int before = facts.problems.size();
        facts.problems.removeIf(p -> p.kind() == InputProblem.Kind.UNREADABLE);
        documents -= before - facts.problems.size();
    }

    /** Forgets every object: what stands here changes objects that stand elsewhere. */
    void becomePatches(List<Patch> patches) {
        List<InputProblem> problems = List.copyOf(facts.problems);
        facts.clear();
        unwanted.clear();
        facts.problems.addAll(problems);
        facts.patches.addAll(patches);
        operations.clear();
        unnamed.clear();
    }
}
