package meshadvisor.benchmark;

import java.util.List;

/** The documents that an application may have; what stands in braces is replaced. */
final class Manifest {

    static final String NAMESPACE = """
            apiVersion: v1
            kind: Namespace
            metadata:
              name: {namespace}
              labels:
                team: {namespace}
                istio-injection: {injection}
            """;

    static final String STRICT = """
            apiVersion: security.istio.io/v1
            kind: PeerAuthentication
            metadata:
              name: default
              namespace: {namespace}
            spec:
              mtls: {mode: STRICT}
            """;

    private static final String DEPLOYMENT = """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: {name}
              namespace: {namespace}
              labels:{labels}
                app: {name}
            spec:
              replicas: {replicas} # {why}
              selector:
                matchLabels:
                  app: {name}
              template:
                metadata:
                  labels:
                    app: {name}
                    version: v1
                spec:
                  serviceAccountName: {name}
                  containers:
                  - name: {name}
                    image: {image}:{version}
                    ports:
                    - containerPort: {port}
                      name: http
                    env:
                    - name: LOG_LEVEL
                      value: "info"{variables}
                    envFrom:
                    - configMapRef:
                        name: {name}
                    resources:
                      requests: {cpu: 100m, memory: 128Mi}
                      limits:
                        cpu: 500m
                        memory: 256Mi
                    readinessProbe:
                      httpGet:
                        path: /ready
                        port: http
                      periodSeconds: 10
                    livenessProbe: {httpGet: {path: /live, port: http}}
                    securityContext:
                      allowPrivilegeEscalation: false
                      readOnlyRootFilesystem: true
                    volumeMounts:
                    - name: scratch
                      mountPath: /tmp
                  volumes:
                  - name: scratch
                    emptyDir: {}
            """;

    private static final String ANCHORED = """
            apiVersion: apps/v1
            kind: StatefulSet
            metadata:
              name: {name}-state
              namespace: {namespace}
              labels: &labels
                app: {name}-state
                team: {namespace}
            spec:
              serviceName: {name}-state
              selector:
                matchLabels: *labels
              template:
                metadata:
                  labels:
                    <<: *labels
                    version: "{version}"
                spec:
                  containers:
                  - name: state
                    image: {image}-state:{version}
                    args: ["--listen", ":{port}", "--peers={name}-state-0,{name}-state-1"]
            """;

    private static final String SERVICE = """
            apiVersion: v1
            kind: Service
            metadata:
              name: {name}
              namespace: {namespace}
              labels:{labels}
                app: {name}
            spec:
              selector:
                app: {name}
              ports:
              - name: http
                port: 80
                targetPort: {port}
              - {name: metrics, port: 9090}
            """;

    private static final String SERVICE_ACCOUNT = """
            apiVersion: v1
            kind: ServiceAccount
            metadata:
              name: {name}
              namespace: {namespace}
              labels:{labels}
            automountServiceAccountToken: false
            """;

    private static final String CONFIG_MAP = """
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: {name}
              namespace: {namespace}
              labels:{labels}
            data:
              REGION: north
              AUDIT_ADDR: "redis.{namespace}.svc.cluster.local:6379"
              application.properties: |{settings}
            """;

    private static final String SECRET = """
            apiVersion: v1
            kind: Secret
            metadata:
              name: {name}
              namespace: {namespace}
              labels:{labels}
            type: Opaque
            data:
              password: bm90IGEgc2VjcmV0
            """;

    private static final String SCALER = """
            apiVersion: autoscaling/v2
            kind: HorizontalPodAutoscaler
            metadata: {name: {name}, namespace: {namespace}}
            spec:
              scaleTargetRef:
                apiVersion: apps/v1
                kind: Deployment
                name: {name}
              minReplicas: {replicas}
              maxReplicas: 1{replicas}
              metrics:
              - type: Resource
                resource:
                  name: cpu
                  target: {type: Utilization, averageUtilization: 70}
            """;

    private static final String BUDGET = """
            apiVersion: policy/v1
            kind: PodDisruptionBudget
            metadata:
              name: {name}
              namespace: {namespace}
              labels:{labels}
            spec:
              maxUnavailable: 1
              selector: {matchLabels: {app: {name}}}
            """;

    private static final String NETWORK_POLICY = """
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata:
              name: {name}
              namespace: {namespace}
              labels:{labels}
            spec:
              podSelector:
                matchLabels:
                  app: {name}
              policyTypes: [Ingress]
              ingress:
              - from:
                - podSelector: {}
                ports:
                - protocol: TCP
                  port: {port}
            """;

    private static final String INGRESS = """
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            metadata:
              name: {name}
              namespace: {namespace}
              annotations:
                nginx.ingress.kubernetes.io/proxy-body-size: 8m
            spec:
              rules:
              - host: {name}.example.com
                http:
                  paths:
                  - path: /
                    pathType: Prefix
                    backend:
                      service:
                        name: {name}
                        port: {number: 80}
            """;

    private static final String VIRTUAL_SERVICE = """
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata:
              name: {name}
              namespace: {namespace}
            spec:
              hosts: [{name}]
              http:
              - match:
                - uri: {prefix: /admin}
                route:
                - destination: {host: {name}}
                timeout: 5s
                retries: {attempts: 2, perTryTimeout: 2s}
              - route:
                - destination: {host: {name}, subset: v1}
                  weight: {weight}
                - destination: {host: {name}.{namespace}.svc.cluster.local}
            """;

    private static final String DESTINATION_RULE = """
            apiVersion: networking.istio.io/v1
            kind: DestinationRule
            metadata: {name: {name}, namespace: {namespace}}
            spec:
              host: {name}
              trafficPolicy:
                outlierDetection: {consecutive5xxErrors: 5}
              subsets:
              - name: v1
                labels: {version: v1}
            """;

    private static final String HTTP_ROUTE = """
            apiVersion: gateway.networking.k8s.io/v1
            kind: HTTPRoute
            metadata:
              name: {name}
              namespace: {namespace}
            spec:
              parentRefs:
              - name: edge
                namespace: infra
              rules:
              - matches:
                - path: {type: PathPrefix, value: /{name}}
                backendRefs:
                - name: {name}
                  port: 80
            """;

    private static final String AUTHORIZATION = """
            apiVersion: security.istio.io/v1
            kind: AuthorizationPolicy
            metadata:
              name: {name}
              namespace: {namespace}
            spec:
              selector: {matchLabels: {app: {name}}}
              rules:
              - from:
                - source:
                    principals: ["cluster.local/ns/{namespace}/sa/postgres"]
            """;

    private static final String PERMISSIVE = """
            apiVersion: security.istio.io/v1
            kind: PeerAuthentication
            metadata:
              name: {name}
              namespace: {namespace}
            spec:
              selector: {matchLabels: {app: {name}}}
              mtls: {mode: PERMISSIVE}
            """;

    private static final String CANARY = """
            apiVersion: flagger.app/v1beta1
            kind: Canary
            metadata: {name: {name}, namespace: {namespace}}
            spec:
              targetRef: {apiVersion: apps/v1, kind: Deployment, name: {name}}
              service: {port: 80}
              analysis: {interval: 1m, threshold: 5, maxWeight: 50, stepWeight: 10}
            """;

    private static final String JOB = """
            apiVersion: batch/v1
            kind: CronJob
            metadata:
              name: {name}-nightly
              namespace: {namespace}
            spec:
              schedule: "0 3 * * *"
              jobTemplate:
                spec:
                  template:
                    spec:
                      restartPolicy: Never
                      containers:
                      - name: nightly
                        image: {image}-nightly:{version}
                        command: ["/bin/nightly", "--at", "http://{name}"]
            """;

    private static final String ROLE = """
            apiVersion: rbac.authorization.k8s.io/v1
            kind: Role
            metadata: {name: {name}, namespace: {namespace}}
            rules:
            - apiGroups: [""]
              resources: [configmaps]
              verbs: [get, list, watch]
            """;

    private static final String ROLE_BINDING = """
            apiVersion: rbac.authorization.k8s.io/v1
            kind: RoleBinding
            metadata:
              name: {name}
              namespace: {namespace}
            roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: {name}}
            subjects:
            - kind: ServiceAccount
              name: {name}
            """;

    /** A document, the file in which it stands, and how likely an application has it. */
    record Part(String file, double chance, String text) {}

    static final List<Part> PARTS = List.of(new Part("app.yaml", 1, DEPLOYMENT), new Part("app.yaml", 0.97, SERVICE),
            new Part("app.yaml", 0.9, SERVICE_ACCOUNT), new Part("app.yaml", 0.05, ANCHORED), new Part("app.yaml", 0.95, CONFIG_MAP),
            new Part("app.yaml", 0.6, SECRET), new Part("app.yaml", 0.6, SCALER), new Part("app.yaml", 0.7, BUDGET),
            new Part("network.yaml", 0.6, NETWORK_POLICY), new Part("network.yaml", 0.3, INGRESS),
            new Part("network.yaml", 0.25, VIRTUAL_SERVICE), new Part("network.yaml", 0.2, DESTINATION_RULE),
            new Part("network.yaml", 0.12, HTTP_ROUTE), new Part("network.yaml", 0.1, AUTHORIZATION),
            new Part("network.yaml", 0.03, PERMISSIVE),
            new Part("network.yaml", 0.03, CANARY), new Part("jobs.yaml", 0.15, JOB),
            new Part("app.yaml", 0.4, ROLE), new Part("app.yaml", 0.4, ROLE_BINDING));

    private Manifest() {}
}
