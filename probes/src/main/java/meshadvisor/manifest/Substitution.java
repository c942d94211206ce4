package meshadvisor.manifest;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import meshadvisor.dialect.Facts;
import meshadvisor.model.Evidence;
import meshadvisor.model.Gap;
import meshadvisor.model.Install;
import meshadvisor.model.Text;

/** Replaces {@code ${name}} where a delivery tool of the scan says what it stands for; elsewhere it stays, and is a gap. */
final class Substitution {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)(?::?=([^}]*))?\\}");

    private final Facts facts;
    private final List<Facts.Variable> variables = new ArrayList<>();

    private Substitution(Facts facts) {
        this.facts = facts;
        variables.addAll(facts.variables);
        for (Facts.VariableSource source : facts.variableSources) {
            facts.configMaps.stream()
                    .filter(c -> c.meta().name().equals(source.configMap()) && near(c.meta().namespace(), source.namespace()))
                    .forEach(c -> c.data().forEach((name, value) -> variables.add(new Facts.Variable(name, value, source.under(),
                            new Evidence("${" + name + "} is " + value.value() + " in ConfigMap " + c.meta().name(), value.place())))));
        }
    }

    private static boolean near(String one, String other) {
        return one.isEmpty() || other.isEmpty() || one.equals(other);
    }

    /** Replaces placeholders in what is installed, and tells which are left in images and versions. */
    static void apply(Facts facts) {
        Substitution substitution = new Substitution(facts);
        facts.installs.replaceAll(substitution::install);
        substitution.leftovers();
    }

    private Install install(Install install) {
        if (!install.version().value().contains("${")) {
            return install;
        }
        List<Evidence> via = new ArrayList<>(install.via());
        Text version = replace(install.version(), via);
        return install.with(version, via);
    }

    /** The text with its placeholders replaced, {@link Text#NONE} if one of them is unknown. The place becomes that of the value. */
    private Text replace(Text text, List<Evidence> via) {
        Matcher holes = PLACEHOLDER.matcher(text.value());
        StringBuilder replaced = new StringBuilder();
        Text last = text;
        while (holes.find()) {
            Optional<Facts.Variable> variable = find(holes.group(1), text.place().file());
            String fallback = holes.group(2);
            if (variable.isPresent()) {
                via.add(variable.get().definedBy());
                via.add(new Evidence("written as " + text.value(), text.place()));
                last = variable.get().value();
            } else if (fallback == null) {
                return Text.NONE;
            }
            holes.appendReplacement(replaced,
                    Matcher.quoteReplacement(variable.map(v -> v.value().value()).orElse(String.valueOf(fallback))));
        }
        holes.appendTail(replaced);
        return new Text(replaced.toString(), last.place());
    }

    private Optional<Facts.Variable> find(String name, String file) {
        return variables.stream().filter(v -> v.name().equals(name) && under(file, v.under())).findFirst();
    }

    private static boolean under(String file, String folder) {
        return folder.isEmpty() || folder.equals(".") || ("/" + file).contains("/" + folder + "/");
    }

    private void leftovers() {
        Set<String> files = new LinkedHashSet<>();
        facts.workloads.forEach(w -> w.pod().containers().stream().map(c -> c.image()).filter(i -> PLACEHOLDER.matcher(i.value()).find())
                .filter(i -> files.add(i.place().file())).forEach(i -> facts.gaps.add(gap(i))));
    }

    private static Gap gap(Text text) {
        return new Gap("placeholder", "what stands for the placeholders in " + text.place().file(),
                "nothing in the scan defines " + text.value() + ", so it was read as it is",
                "envsubst < " + text.place().file() + " | meshadvisor assess -f -", text.place());
    }
}
