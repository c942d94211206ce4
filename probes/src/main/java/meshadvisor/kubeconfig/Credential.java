package meshadvisor.kubeconfig;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is shown to the server in the header {@code Authorization}; a client certificate may be shown besides. Sealed, so that
 * {@link Credentials} says for each kind how it is shown and how it is renewed.
 */
public sealed interface Credential permits Credential.None, Credential.Token, Credential.TokenFile, Credential.Basic, Credential.Exec {

    /** Nothing. */
    record None() implements Credential {}

    /** A bearer token. */
    record Token(String token) implements Credential {
        @Override
        public String toString() {
            return "Token[hidden]";
        }
    }

    /** A bearer token in a file that somebody renews, so that it is read anew each time. */
    record TokenFile(Path file) implements Credential {}

    /** Name and password. API servers since 1.19 take none, but proxies before them do. */
    record Basic(String user, String password) implements Credential {
        @Override
        public String toString() {
            return "Basic[user=" + Shown.of(user) + ", password=hidden]";
        }
    }

    /**
     * A program that prints a credential. It has not run yet.
     *
     * @param argv program and arguments, without a shell; the program is a path, or a name to be found on the PATH
     * @param variables added to the environment, with {@code KUBERNETES_EXEC_INFO}
     * @param apiVersion what the answer must say
     * @param installHint what the kubeconfig says if the program is missing, empty if nothing
     * @param where the place in the kubeconfig
     */
    record Exec(List<String> argv, Map<String, String> variables, String apiVersion, String installHint, String where)
            implements Credential {

        /** The collections cannot be changed afterwards. */
        public Exec {
            argv = List.copyOf(argv);
            variables = Collections.unmodifiableMap(new TreeMap<>(variables));
        }

        /** Arguments and values of variables may be secrets. */
        @Override
        public String toString() {
            return "Exec[program=" + Shown.of(argv.getFirst()) + ", " + (argv.size() - 1) + " arguments, variables="
                    + Shown.of(String.join(" ", variables.keySet())) + ", apiVersion=" + apiVersion + ", where=" + where + "]";
        }
    }
}
