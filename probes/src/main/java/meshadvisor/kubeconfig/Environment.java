package meshadvisor.kubeconfig;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where the program runs.
 *
 * @param variables environment variables; exec plugins get them too
 * @param home the user's home folder
 * @param workingFolder what relative paths of flags and of {@code KUBECONFIG} are relative to
 * @param root the folder in which {@code var/run/secrets} is looked for: {@code /}, except in tests
 */
public record Environment(Map<String, String> variables, Path home, Path workingFolder, Path root) {

    /** The variables cannot be changed afterwards. */
    public Environment {
        variables = Map.copyOf(variables);
    }

    /** The value of a variable; empty if it is not set or set to nothing. */
    Optional<String> variable(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isEmpty());
    }

    /** Variables may hold secrets, so only their number is shown. */
    @Override
    public String toString() {
        return "Environment[" + variables.size() + " variables, home=" + home + ", workingFolder=" + workingFolder + "]";
    }
}
