package meshadvisor.model;

/**
 * One webhook of a configuration.
 *
 * @param meta of the configuration
 * @param asks when and about what it is asked
 */
public record Webhook(Meta meta, String name, Type type, String failurePolicy, Client client, Asks asks) {

    /** What the API server does with the answer. */
    public enum Type {
        MUTATING, VALIDATING
    }

    /**
     * Who is asked.
     *
     * @param url empty where it is a Service
     */
    public record Client(String namespace, String service, String url) {}

    /**
     * About what it is asked.
     *
     * @param pods whether it is asked when a pod is made
     */
    public record Asks(boolean pods, Selector namespaces, Selector objects) {}
}
