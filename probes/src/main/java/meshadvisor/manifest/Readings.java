package meshadvisor.manifest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.stream.Stream;
import meshadvisor.dialect.Facts;
import meshadvisor.files.FileProblem;
import meshadvisor.files.FoundFile;
import meshadvisor.files.Sha256;
import meshadvisor.files.SourceFile;
import meshadvisor.manifest.FileReading.Given;
import meshadvisor.manifest.Manifests.Source;
import meshadvisor.manifest.UnrenderedSources.Found;
import meshadvisor.model.Gap;
import meshadvisor.model.InputFile;
import meshadvisor.tree.Problem;

/** What all files held, and what they say about each other. */
final class Readings {

    /** By path, after what was piped in. */
    private static final Comparator<FileReading> ORDER =
            Comparator.comparing((FileReading f) -> !f.isPiped()).thenComparing(f -> f.file);

    private final Source source;
    private final Consumer<FileProblem> trouble;
    private final List<Gap> gaps = new ArrayList<>();
    private final ConcurrentLinkedQueue<InputFile> digests = new ConcurrentLinkedQueue<>();
    private List<FileReading> files = List.of();
    private Kustomizations kustomizations = Kustomizations.of(files);
    private Scopes scopes = Scopes.of(files, kustomizations);

    Readings(Source source, Consumer<FileProblem> trouble) {
        this.source = source;
        this.trouble = trouble;
    }

    /** Everything in the order of the files. */
    Facts facts() {
        Facts facts = new Facts();
        files.forEach(f -> facts.join(f.facts));
        facts.gaps.addAll(gaps);
        return facts;
    }

    /** Every file with its digest, in no order. */
    List<InputFile> digests() {
        return List.copyOf(digests);
    }

    /** How many documents there are, those that failed included. */
    int documents() {
        return files.stream().mapToInt(f -> f.documents).sum();
    }

    /** How many of them were understood. */
    int understood() {
        return files.stream().mapToInt(f -> f.understood).sum();
    }

    /** Reads every file, and those with placeholders again when it is known what stands for them. */
    Readings read(List<FoundFile> found) {
        List<FileReading> first = found.parallelStream().map(this::read).toList();
        kustomizations = Kustomizations.of(first);
        scopes = Scopes.of(first, kustomizations);
        files = first.stream().map(this::substituted).toList();
        kustomizations = Kustomizations.of(files);
        return this;
    }

    private FileReading read(FoundFile file) {
        FileReading reading = new FileReading(file.shown(), file.named() ? Given.NAMED : Given.FOUND);
        return file.read(problem -> {
            trouble.accept(problem);
            reading.documents += problem.problem().kind() == Problem.Kind.NOTE ? 0 : 1;
        }).map(content -> {
            digests.add(new InputFile(content.shown(), Sha256.of(content.content())));
            return read(reading, content);
        }).orElse(reading);
    }

    private FileReading read(FileReading reading, SourceFile content) {
        return DocumentMapper.read(reading, content, source.files().limits(), source.filter());
    }

    /** Kustomizations are not substituted, only what is made of them. */
    private FileReading substituted(FileReading reading) {
        Optional<SourceFile> content = reading.source;
        reading.source = Optional.empty();
        if (content.isEmpty() || !reading.kustomizations.isEmpty()) {
            return reading;
        }
        return Substitution.in(content.get(), reading.path(), scopes).map(replaced -> {
            FileReading again = read(new FileReading(reading.file, reading.given, reading.path()), replaced.file());
            Substitution.explain(reading, again, replaced.used());
            again.source = Optional.empty();
            return again;
        }).orElse(reading);
    }

    /** Puts what was rendered in the place of what it was made of, and makes gaps of the rest. */
    void render(Renderer renderer) {
        KustomizePatches.apply(kustomizations, files);
        List<Found> sources = UnrenderedSources.find(files, kustomizations);
        List<Renderer.Result> results = sources.parallelStream().map(s -> renderer.render(s.source())).toList();
        List<FileReading> made = new ArrayList<>();
        List<Found> done = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            Found found = sources.get(i);
            switch (results.get(i)) {
                case Renderer.Made text -> {
                    done.add(found);
                    made.add(rendered(found.source(), text));
                }
                case Renderer.Failed failed -> gaps.add(found.gap(failed.why() + "; " + found.why(), found.source().remedy()));
                case Renderer.NotTried none -> gaps.add(found.gap(found.why(), found.source().remedy() + ", or add --render"));
            }
        }
        List<Path> charts = UnrenderedSources.folders(files);
        Set<FileReading> replaced = UnrenderedSources.replaced(done.stream());
        files = Stream.concat(files.stream().filter(f -> !replaced.contains(f)), made.stream()).sorted(ORDER).toList();
        UnrenderedSources.installs(files, charts);
        KustomizePatches.filter(files, source.filter());
        files.stream().filter(FileReading::isDisappointing).forEach(f -> f.facts.problems.add(Problems.nothingIn(f.file)));
    }

    private FileReading rendered(Unrendered from, Renderer.Made text) {
        String shown = from.shown() + " (rendered by " + text.tool() + ")";
        SourceFile content = new SourceFile(shown, text.manifests());
        FileReading reading = new FileReading(shown, Given.NAMED, from.path().resolve("rendered"));
        return substituted(read(reading, content));
    }
}
