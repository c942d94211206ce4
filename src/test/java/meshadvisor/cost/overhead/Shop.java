package meshadvisor.cost.overhead;

/** Manifests of services that call each other. */
final class Shop {

    private Shop() {}

    /** A service, its pods, and whom they call. */
    static String service(String name, int replicas, String calls) {
        return """
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: %1$s, namespace: shop}
                spec: {selector: {app: %1$s}, ports: [{name: http, port: 80}]}
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: %1$s, namespace: shop}
                spec:
                  replicas: %2$d
                  selector: {matchLabels: {app: %1$s}}
                  template:
                    metadata: {labels: {app: %1$s}}
                    spec: {containers: [{name: %1$s, image: shop/%1$s, env: [{name: NEXT, value: "%3$s"}]}]}
                """.formatted(name, replicas, calls);
    }
}
