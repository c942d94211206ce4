package meshadvisor.cost.overhead;

/** Manifests of services. */
final class Shop {

    private Shop() {}

    /** A service, its pods, and whom they call. */
    static String service(String name, int replicas, String calls) {
        return with(name, replicas, "{name: %1$s, image: shop/%1$s, env: [{name: NEXT, value: \"%2$s\"}]}".formatted(name, calls));
    }

    /** A service with one pod that has a proxy beside it. */
    static String meshed(String name) {
        return with(name, 1, "{name: %1$s, image: shop/%1$s}, {name: istio-proxy, image: \"istio/proxyv2:1.28.0\"}".formatted(name));
    }

    private static String with(String name, int replicas, String containers) {
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
                    spec: {containers: [%3$s]}
                """.formatted(name, replicas, containers);
    }
}
