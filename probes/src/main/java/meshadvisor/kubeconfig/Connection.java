package meshadvisor.kubeconfig;

import java.util.List;

/** What flags and files lead to. Sealed, so that who connects says what he does in each case. */
public sealed interface Connection permits Connection.Found, Connection.InCluster, Connection.Refused {

    /** A context of a kubeconfig. */
    record Found(Access access) implements Connection {}

    /** No kubeconfig, but this runs in a pod with a service account. */
    record InCluster(Access access) implements Connection {}

    /** Nothing that can be used. */
    record Refused(List<Remark> mistakes) implements Connection {

        /** All mistakes, at least one. */
        public Refused {
            mistakes = List.copyOf(mistakes);
        }
    }
}
