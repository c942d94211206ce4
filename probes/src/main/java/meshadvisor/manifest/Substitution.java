package meshadvisor.manifest;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import meshadvisor.dialect.Facts;
import meshadvisor.dialect.Facts.Variable;
import meshadvisor.files.SourceFile;
import meshadvisor.model.Evidence;
import meshadvisor.model.Gap;
import meshadvisor.model.InputProblem;
import meshadvisor.model.Install;
import meshadvisor.model.Place;
import meshadvisor.model.Text;

/** Replaces {@code ${name}} in the files for which a delivery tool of the scan says what it stands for; elsewhere it stays, and is a gap. */
final class Substitution {

    private static final String SWITCHED_OFF = "kustomize.toolkit.fluxcd.io/substitute";
    private static final String NEXT_DOCUMENT = "\n---";

    private final Scopes scopes;
    private final Path path;
    private final Map<String, Variable> used = new LinkedHashMap<>();

    private Substitution(Scopes scopes, Path path) {
        this.scopes = scopes;
        this.path = path;
    }

    /** A text with its placeholders replaced, and what replaced them by name. */
    record Replaced(SourceFile file, Map<String, Variable> used) {}

    /** Replaces what can be replaced in a file that lies at a path; empty if that is nothing. */
    static Optional<Replaced> in(SourceFile file, Path path, Scopes scopes) {
        if (scopes.none() || !Placeholders.in(file.content())) {
            return Optional.empty();
        }
        Substitution substitution = new Substitution(scopes, path);
        byte[] content = substitution.apply(file.content());
        return substitution.used.isEmpty() ? Optional.empty()
                : Optional.of(new Replaced(new SourceFile(file.shown(), content), substitution.used));
    }

    private byte[] apply(byte[] content) {
        String text = new String(content, StandardCharsets.ISO_8859_1);
        if (!text.contains(SWITCHED_OFF)) {
            return Placeholders.replaced(content, this::value);
        }
        StringBuilder replaced = new StringBuilder();
        int from = 0;
        while (from < text.length()) {
            int next = text.indexOf(NEXT_DOCUMENT, from + 1);
            String document = text.substring(from, next < 0 ? text.length() : next);
            byte[] bytes = document.getBytes(StandardCharsets.ISO_8859_1);
            replaced.append(document.contains(SWITCHED_OFF) ? document
                    : new String(Placeholders.replaced(bytes, this::value), StandardCharsets.ISO_8859_1));
            from += document.length();
        }
        return replaced.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private Optional<String> value(String name) {
        Optional<Variable> variable = scopes.find(name, path);
        variable.ifPresent(v -> used.put(name, v));
        return variable.map(v -> v.value().value());
    }

    /** Says in the second reading of a file what was replaced: for installed charts as their evidence, and once for each name. */
    static void explain(FileReading before, FileReading after, Map<String, Variable> used) {
        used.forEach((name, variable) -> after.facts.problems.add(new InputProblem(InputProblem.Kind.NOTE, new Place(after.file, 0, 0),
                "${" + name + "} was replaced: " + variable.definedBy() + ".", "Nothing to do, if that is what is applied.")));
        List<Install> written = before.facts.installs;
        List<Install> installs = after.facts.installs;
        for (int i = 0; i < installs.size() && installs.size() == written.size(); i++) {
            installs.set(i, explained(written.get(i).version(), installs.get(i), used));
        }
    }

    /** The version stands where its value does. */
    private static Install explained(Text written, Install install, Map<String, Variable> used) {
        List<Evidence> via = new ArrayList<>();
        Text[] version = {install.version()};
        Placeholders.replaced(written.value(), name -> {
            Optional.ofNullable(used.get(name)).ifPresent(variable -> {
                via.add(variable.definedBy());
                version[0] = new Text(install.version().value(), variable.value().place());
            });
            return Optional.empty();
        });
        if (via.isEmpty()) {
            return install;
        }
        via.add(new Evidence("written as " + written.value(), written.place()));
        return install.with(version[0], via);
    }

    /** Versions that are still placeholders are not known; these, and images with placeholders, are gaps. */
    static void leftovers(Facts facts) {
        Map<String, Gap> gaps = new LinkedHashMap<>();
        facts.workloads.forEach(w -> w.pod().containers().forEach(c -> note(c.image(), gaps)));
        facts.installs.replaceAll(install -> {
            note(install.version(), gaps);
            return Placeholders.in(install.version().value()) ? install.with(Text.NONE, install.via()) : install;
        });
        facts.gaps.addAll(gaps.values());
    }

    private static void note(Text text, Map<String, Gap> gaps) {
        if (Placeholders.in(text.value())) {
            String file = text.place().file();
            gaps.putIfAbsent(file, new Gap("placeholder", "what stands for the placeholders in " + file,
                    "nothing in the scan defines " + text.value() + ", so it was read as it is",
                    Shell.piped("envsubst < " + Shell.quoted(file)), text.place()));
        }
    }
}
