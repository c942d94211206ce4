package meshadvisor.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import meshadvisor.catalog.Catalogue;
import meshadvisor.catalog.CatalogueMistake;
import meshadvisor.catalog.Library;
import meshadvisor.files.FileQuery;
import meshadvisor.manifest.Manifests;
import meshadvisor.manifest.ObjectFilter;
import meshadvisor.model.Answers;
import meshadvisor.model.ClusterSnapshot;
import meshadvisor.prometheus.Fetch;
import meshadvisor.render.Rendering;
import meshadvisor.tree.Limits;

/**
 * What a command on manifests works on: the snapshot, what people said, and the knowledge to judge it by. All mistakes in the options are told at
 * once, before anything is read.
 */
record Input(ClusterSnapshot snapshot, Answers answers, Catalogue catalogue) {

    /** Where a snapshot comes from. */
    interface Source {
        /** Reads everything that the options name. */
        ClusterSnapshot collect();

        /** The API server, if a running cluster is read. */
        default Optional<Fetch> apiServer() {
            return Optional.empty();
        }
    }

    /** What is known before anything is read. */
    record Prepared(AssessOptions options, Answers answers, Catalogue catalogue, ObjectFilter filter, Source source,
            SourceInput code) {

        /** Reads everything that the options name. */
        Input read() {
            ClusterSnapshot snapshot = source.collect();
            List<Mistake> mistakes = strangers(options, filter, snapshot);
            mistakes.addAll(code.strangers(snapshot));
            MistakesFound.stopAt(mistakes);
            return new Input(code.look(snapshot, catalogue), answers, catalogue);
        }
    }

    /** How a command ends that made something of it: what could not be read is not in that, and is told. */
    ExitCode ended(String made, Outside outside) {
        if (snapshot.inputs().unreadable() == 0) {
            return ExitCode.OK;
        }
        outside.err().println("meshadvisor: some of the input could not be read and is not in the " + made
                + "; meshadvisor assess lists it");
        return ExitCode.INPUT;
    }

    /** Understands the options; what is wrong with them is added to the mistakes, and then nothing may be read. */
    static Prepared prepare(AssessOptions options, Outside outside, List<Mistake> mistakes) {
        Catalogue catalogue = catalogue(options, mistakes);
        List<String> paths = options.allPaths();
        paths.stream().filter(p -> !p.equals("-") && !Files.exists(Path.of(p))).distinct().forEach(p -> mistakes.add(missing(p)));
        Answers answers = Statements.of(options, catalogue, mistakes);
        Map<String, String> labels = labels(options, mistakes);
        String day = day(options, outside, mistakes);
        Limits limits = limits(options, mistakes);
        ObjectFilter filter = ObjectFilter.of(options.wantedNamespaces(), labels);
        FileQuery query = new FileQuery(paths, options.include, options.exclude, limits);
        Source source = !paths.isEmpty() ? manifests(options, new Manifests.Source(query, filter, outside.in(), day), outside, mistakes)
                : !options.snapshots.isEmpty() ? SnapshotSource.of(options, filter, mistakes)
                        : new ClusterSource(ClusterAccess.of(options.cluster, List.of(), outside, mistakes), options, catalogue,
                                filter, day, outside);
        return new Prepared(options, answers, catalogue, filter, source, SourceInput.of(options.sources, mistakes));
    }

    private static Source manifests(AssessOptions options, Manifests.Source source, Outside outside, List<Mistake> mistakes) {
        options.cluster.given().forEach(
                o -> mistakes.add(new Mistake.UsageMistake(o + " is about a cluster, and a PATH about files: give one of both")));
        if (!options.snapshots.isEmpty()) {
            mistakes.add(new Mistake.UsageMistake("--snapshot is about a cluster, and a PATH about files: give one of both"));
        }
        return () -> collect(options, source, outside);
    }

    private static Mistake missing(String path) {
        return new Mistake.UsageMistake("there is no file or folder " + path);
    }

    private static ClusterSnapshot collect(AssessOptions options, Manifests.Source source, Outside outside) {
        Manifests.Collected collected =
                options.render ? Rendering.collect(source, outside.env().getOrDefault("PATH", "")) : Manifests.read(source);
        List<Mistake> mistakes = new ArrayList<>();
        collected.missing().forEach(p -> mistakes.add(missing(p)));
        MistakesFound.stopAt(mistakes);
        return collected.snapshot();
    }

    /** Names in the options that nothing in the snapshot has. */
    private static List<Mistake> strangers(AssessOptions options, ObjectFilter filter, ClusterSnapshot snapshot) {
        List<Mistake> mistakes = new ArrayList<>();
        Manifests.absent(filter).forEach(n -> mistakes.add(new Mistake.UsageMistake(
                "no object of the scan is in the namespace " + n + "; there are " + namespaces(filter))));
        misnamed("--service", options.services, snapshot, mistakes);
        misnamed("--not-service", options.notServices, snapshot, mistakes);
        return mistakes;
    }

    private static void misnamed(String option, Set<String> names, ClusterSnapshot snapshot, List<Mistake> mistakes) {
        Set<String> known = new TreeSet<>();
        snapshot.running().services().forEach(s -> known.add(s.meta().name()));
        snapshot.running().workloads().forEach(w -> known.add(w.meta().name()));
        names.stream().filter(n -> !known.contains(n)).forEach(n -> mistakes.add(new Mistake.UsageMistake(
                option + " " + n + ": no Service and no workload of the scan is called so"
                        + Similar.to(n, known).map(k -> "; did you mean \"" + k + "\"?").orElse(""))));
    }

    private static String namespaces(ObjectFilter filter) {
        String names = filter.seen().stream().filter(n -> !n.isEmpty()).sorted().collect(Collectors.joining(", "));
        return names.isEmpty() ? "none" : names;
    }

    private static Catalogue catalogue(AssessOptions options, List<Mistake> mistakes) {
        Catalogue own = Knowledge.read();
        if (options.thresholds.isEmpty()) {
            return own;
        }
        Path file = options.thresholds.get();
        try {
            Library given = Library.ofYaml(Map.of("thresholds.yaml", UserFile.text(file)));
            Catalogue changed = Catalogue.of(own.library().with(given));
            own.thresholds().keySet().stream().filter(id -> !changed.thresholds().containsKey(id))
                    .forEach(id -> mistakes.add(new Mistake.UsageMistake(file + ": the threshold \"" + id + "\" is missing")));
            return changed;
        } catch (IOException e) {
            mistakes.add(UserFile.mistake(file, e, "give a file with thresholds"));
        } catch (CatalogueMistake e) {
            mistakes.add(new Mistake.UsageMistake(file + ": " + e.what()
                    + "; a list under \"thresholds\" belongs there, each with id, value, unit, provenance and source"));
        }
        return own;
    }

    private static Map<String, String> labels(AssessOptions options, List<Mistake> mistakes) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (String pair : options.selector) {
            String[] parts = pair.replace("==", "=").split("=", 2);
            if (parts.length != 2 || parts[0].isBlank() || parts[0].endsWith("!")) {
                mistakes.add(new Mistake.UsageMistake("--selector " + pair + ": only KEY=VALUE pairs are understood"));
            } else {
                labels.put(parts[0].strip(), parts[1].strip());
            }
        }
        return labels;
    }

    /** The one day of a report: what is asked for, else SOURCE_DATE_EPOCH, else today in UTC. */
    static String day(AssessOptions options, Outside outside, List<Mistake> mistakes) {
        String text = options.asOf.orElse("");
        try {
            if (!text.isEmpty()) {
                return LocalDate.parse(text).toString();
            }
            return LocalDate.ofInstant(outside.now(), ZoneOffset.UTC).toString();
        } catch (DateTimeParseException e) {
            mistakes.add(new Mistake.UsageMistake("--as-of " + text + " is no day: write it as yyyy-mm-dd"));
            return "";
        }
    }

    private static Limits limits(AssessOptions options, List<Mistake> mistakes) {
        Limits usual = Limits.DEFAULT;
        options.maxFileSize.filter(m -> m < 1).ifPresent(m -> mistakes.add(new Mistake.UsageMistake("--max-file-size must be at least 1")));
        options.maxTotalSize.filter(m -> m < 1)
                .ifPresent(m -> mistakes.add(new Mistake.UsageMistake("--max-total-size must be at least 1")));
        return new Limits(usual.depth(), usual.addedNodes(), options.maxFileSize.map(m -> (long) m << 20).orElse(usual.fileBytes()),
                options.maxTotalSize.map(m -> (long) m << 20).orElse(usual.totalBytes()), usual.scalarChars(), usual.numberChars());
    }
}
