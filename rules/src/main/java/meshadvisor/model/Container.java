package meshadvisor.model;

import java.util.List;

/**
 * One container of a pod.
 *
 * @param ports declared container ports
 * @param env variables with a literal value, and those taken whole from ConfigMaps of the scan
 * @param words command and arguments
 * @param memoryLimit {@link Text#NONE} where there is none
 * @param user number of the user as whom it runs, as the container states it or else its pod; {@link Text#NONE} where the image decides
 * @param requests what it states; where it states a limit and no request, the limit, as the API server does
 */
public record Container(String name, Text image, Role role, List<Integer> ports, List<EnvVar> env, List<Text> words, Text memoryLimit,
        Text user, Resources requests, Place place) {

    /** Where in the life of the pod the container runs. */
    public enum Role {
        /** Runs and ends before the regular containers start. */
        INIT,
        /** An init container with {@code restartPolicy: Always}: a native sidecar. */
        NATIVE_SIDECAR,
        REGULAR
    }

    /** A variable with a value. */
    public record EnvVar(String name, Text value) {}

    public Container {
        ports = List.copyOf(ports);
        env = List.copyOf(env);
        words = List.copyOf(words);
    }
}
