package meshadvisor.dialect.flux;

import meshadvisor.dialect.Facts;
import meshadvisor.dialect.Item;
import meshadvisor.model.Evidence;
import meshadvisor.tree.Entry;
import meshadvisor.tree.Mapping;
import meshadvisor.tree.Node;

/** Reads the variables that a Kustomization of Flux replaces in the files of a folder. */
final class Kustomizations {

    private Kustomizations() {}

    static void read(Item item, Facts facts) {
        String under = folder(item.spec().get("path").text());
        Node build = item.spec().get("postBuild");
        if (build.get("substitute") instanceof Mapping variables) {
            for (Entry variable : variables.entries()) {
                String name = variable.key().text();
                facts.variables.add(new Facts.Variable(name, item.text(variable.value()), under, evidence(item, variable.key(), name)));
            }
        }
        for (Node source : build.get("substituteFrom").items()) {
            Node name = source.get("name");
            if (source.get("kind").text().equals("ConfigMap") && !name.text().isEmpty()) {
                facts.variableSources.add(new Facts.VariableSource(name.text(), item.meta().namespace(), under,
                        evidence(item, name, "the variables of ConfigMap " + name.text())));
            }
        }
    }

    private static Evidence evidence(Item item, Node at, String what) {
        return item.evidence(at, item.meta().key() + " substitutes " + what);
    }

    /** The folder without the marks of the current one: empty for the root of the repository. */
    private static String folder(String path) {
        String folder = path;
        while (folder.startsWith("./") || folder.startsWith("/")) {
            folder = folder.substring(folder.indexOf('/') + 1);
        }
        while (folder.endsWith("/")) {
            folder = folder.substring(0, folder.length() - 1);
        }
        return folder.equals(".") ? "" : folder;
    }
}
