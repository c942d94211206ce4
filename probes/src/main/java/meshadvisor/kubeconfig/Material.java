package meshadvisor.kubeconfig;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;
import meshadvisor.tree.Node;

/** Reads certificates and keys of one entry, which stand in it as base64 ({@code …-data}) or in a file. */
record Material(Named entry, Remarks remarks) {

    private static final String DATA = "-data";

    /** Whether one of the two keys has a value. */
    boolean has(String key) {
        return !entry.value().get(key).text().isEmpty() || !entry.value().get(key + DATA).text().isEmpty();
    }

    /**
     * The text in PEM; what stands in the entry wins over a file, as in kubectl.
     *
     * @param wrong what is wrong with a text, empty if nothing is
     * @return empty if there is none, or if it cannot be used, which is a mistake then
     */
    Optional<String> pem(String key, Function<String, Optional<String>> wrong) {
        String data = entry.value().get(key + DATA).text();
        String file = entry.value().get(key).text();
        if (data.isEmpty() && file.isEmpty()) {
            return Optional.empty();
        }
        String used = data.isEmpty() ? key : key + DATA;
        Optional<String> text = data.isEmpty() ? ofFile(key) : ofBase64(used, data);
        Optional<String> problem = text.flatMap(wrong);
        problem.ifPresent(why -> remarks.mistake(entry.at(used), "\"" + used + "\" cannot be used: " + why + ".",
                "Get the kubeconfig anew from the cluster's provider, or correct this value."));
        return problem.isPresent() ? Optional.empty() : text;
    }

    private Optional<String> ofBase64(String key, String data) {
        try {
            byte[] bytes = Base64.getDecoder().decode(data.replaceAll("\\s", ""));
            return Optional.of(new String(bytes, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            remarks.mistake(entry.at(key), "\"" + key + "\" is not base64.",
                    "Write the PEM text in base64 on one line, or name a file with \"" + key.substring(0, key.length() - DATA.length())
                            + "\".");
            return Optional.empty();
        }
    }

    private Optional<String> ofFile(String key) {
        Optional<Path> file = path(key);
        try {
            return file.isPresent() ? Optional.of(SmallFile.text(file.get())) : Optional.empty();
        } catch (IOException e) {
            remarks.mistake(entry.at(key),
                    "\"" + key + "\" " + Shown.of(file.orElseThrow().toString()) + " cannot be read: " + SmallFile.why(e) + ".",
                    "Correct the path, which is relative to the folder of the kubeconfig, or the rights of the file.");
            return Optional.empty();
        }
    }

    /** The file that a key names, with a warning if it was chosen from elsewhere on this machine. */
    Optional<Path> path(String key) {
        Node node = entry.value().get(key);
        try {
            Path written = Path.of(node.text());
            Path file = entry.resolve(node.text());
            if (written.isAbsolute() && !file.startsWith(entry.folder().normalize())) {
                remarks.warn(entry.at(node),
                        "\"" + key + "\" is the absolute path " + Shown.of(node.text()) + ", outside the folder of the kubeconfig.",
                        "Check that this file is meant, or put its content into the kubeconfig: kubectl config view --flatten --minify --raw.");
            }
            return Optional.of(file);
        } catch (InvalidPathException e) {
            remarks.mistake(entry.at(node), "\"" + key + "\" is no path.", "Correct it.");
            return Optional.empty();
        }
    }
}
