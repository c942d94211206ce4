package meshadvisor.kubeconfig;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import meshadvisor.tree.Node;

/** Reads how a plugin is called; does not call it. */
final class ExecEntry {

    private static final String GROUP = "client.authentication.k8s.io/";
    private static final List<String> VERSIONS = List.of(GROUP + "v1", GROUP + "v1beta1");

    private ExecEntry() {}

    /** Nothing if the entry has a mistake. */
    static Credential read(Named user, Named cluster, Remarks remarks) {
        Node exec = user.value().get("exec");
        int before = remarks.mistakes().size();
        String command = exec.get("command").text();
        if (command.isEmpty()) {
            remarks.mistake(user.at(exec), "\"exec\" names no command.", "Add command.");
        }
        checkVersion(user, exec, remarks);
        checkMode(user, exec, remarks);
        List<String> argv = new ArrayList<>(List.of(program(user, command)));
        exec.get("args").items().stream().map(Node::text).forEach(argv::add);
        Map<String, String> variables = variables(user, exec, remarks);
        if (Stream.concat(argv.stream(), variables.values().stream()).anyMatch(word -> word.indexOf('\0') >= 0)) {
            remarks.mistake(user.at(exec), "\"exec\" has a NUL character in it.", "Remove it.");
        }
        if (remarks.mistakes().size() > before) {
            return new Credential.None();
        }
        String version = exec.get("apiVersion").text();
        variables.put("KUBERNETES_EXEC_INFO", ExecRequest.json(version, exec, cluster));
        return new Credential.Exec(argv, variables, version, Shown.of(exec.get("installHint").text()), user.at(exec));
    }

    /** A name without a separator is looked for on the PATH, everything else is relative to the kubeconfig. */
    private static String program(Named user, String command) {
        boolean isPath = command.indexOf('/') >= 0 || command.indexOf(File.separatorChar) >= 0;
        return isPath && command.indexOf('\0') < 0 ? user.resolve(command).toString() : command;
    }

    private static void checkVersion(Named user, Node exec, Remarks remarks) {
        String version = exec.get("apiVersion").text();
        if (!VERSIONS.contains(version)) {
            remarks.mistake(user.at(exec.get("apiVersion").present() ? exec.get("apiVersion") : exec),
                    "The plugin speaks " + (version.isEmpty() ? "no stated version" : "\"" + Shown.of(version) + "\"") + ".",
                    "Set apiVersion to " + String.join(" or ", VERSIONS) + ", and update the plugin if it cannot.");
        }
    }

    private static void checkMode(Named user, Node exec, Remarks remarks) {
        Node mode = exec.get("interactiveMode");
        switch (mode.text()) {
            case "Never", "IfAvailable" -> {}
            case "Always" -> remarks.mistake(user.at(mode), "The plugin " + Shown.of(exec.get("command").text())
                    + " wants to ask you something (interactiveMode: Always), and meshadvisor gives plugins no input.",
                    "Log in once with the plugin itself and set interactiveMode: IfAvailable, or run `kubectl proxy` and name a kubeconfig whose server"
                            + " is http://127.0.0.1:8001.");
            case "" -> {
                if (exec.get("apiVersion").text().equals(GROUP + "v1")) {
                    remarks.mistake(user.at(exec), "\"exec\" says no interactiveMode, which " + GROUP + "v1 requires.",
                            "Add interactiveMode: IfAvailable.");
                }
            }
            default -> remarks.mistake(user.at(mode), "\"" + Shown.of(mode.text()) + "\" is no interactiveMode.",
                    "Write Never or IfAvailable.");
        }
    }

    private static Map<String, String> variables(Named user, Node exec, Remarks remarks) {
        Map<String, String> variables = new TreeMap<>();
        for (Node variable : exec.get("env").items()) {
            String name = variable.get("name").text();
            if (name.isEmpty() || name.indexOf('=') >= 0 || name.indexOf('\0') >= 0) {
                remarks.mistake(user.at(variable), "\"" + Shown.of(name) + "\" is no name of an environment variable.", "Correct it.");
            } else {
                variables.put(name, variable.get("value").text());
            }
        }
        return variables;
    }
}
