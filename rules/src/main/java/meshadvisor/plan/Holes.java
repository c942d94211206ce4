package meshadvisor.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import meshadvisor.model.ObjectKey;
import meshadvisor.model.Service;
import meshadvisor.model.Text;
import meshadvisor.model.Workload;
import meshadvisor.plan.book.PathPattern;
import meshadvisor.signal.Application;
import meshadvisor.signal.Protocols;

/** What stands for the holes of a text or a manifest about one thing. */
record Holes(Ground ground) {

    private static final Set<String> TLS = Set.of("https", "tls");

    /** Before the name of a tool: a hole for texts about that tool alone. */
    static final String BY = "by-";

    /** Of a workload, wherever it is. */
    static Map<String, Object> workload(Workload workload) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("kind", workload.kind().toLowerCase(Locale.ROOT));
        one.put("workload-kind", workload.kind());
        one.put("name", workload.meta().name());
        one.put("workload", workload.kind().toLowerCase(Locale.ROOT) + "/" + workload.meta().name());
        one.put("replicas", workload.replicas());
        if (workload.kind().equals("Deployment")) {
            one.put("deployment", workload.meta().name()); // other kinds cannot be taken over by every tool
        }
        return one;
    }

    /** Of a service with its first workload and port, and of who calls it. */
    Map<String, Object> service(Application application) {
        Map<String, Object> one = who(application);
        application.workloads().stream().filter(w -> Items.RESTARTED.contains(w.kind())).findFirst()
                .ifPresent(w -> one.putAll(workload(w)));
        application.service().ifPresent(s -> s.ports().stream().filter(p -> p.number() > 0).findFirst().ifPresent(p -> port(p, one)));
        versions(application, one);
        encrypted(application, one);
        String guards = ground.guards(application);
        if (!guards.isEmpty()) {
            one.put("guarded", guards);
        }
        String tool = ground.releasedBy(application);
        if (!tool.isEmpty()) {
            one.put("tool", tool);
            if (!ground.judged(application)) {
                one.put("unjudged", tool);
            }
            one.put(BY + tool, tool); // what is true of one tool only
        } else if (!ground.splitBy(application).isEmpty()) {
            one.put("splits", ground.splitBy(application));
        }
        ground.releasing(application).ifPresent(d -> one.put("delivery", d));
        if (ground.amongHttp(application)) {
            one.put("http-namespace", ground.namespace(application.namespace()));
        }
        List<Map<String, Object>> callers = callers(application);
        if (!callers.isEmpty()) {
            one.put("callers", callers);
        }
        return one;
    }

    /** Several workloads behind the Service of its name; what stands behind Services of its own is told apart already. */
    private static void versions(Application application, Map<String, Object> one) {
        List<String> behind = application.service().stream().flatMap(s -> application.workloads().stream().filter(w -> s.selects(w.pod())))
                .map(w -> w.meta().name()).distinct().sorted().toList();
        if (behind.size() > 1) {
            one.put("versions", String.join(", ", behind));
        }
    }

    /** Which of its ports speaks TLS already, and which is the first that does not, as far as they are declared. */
    static void encrypted(Application application, Map<String, Object> one) {
        application.service().ifPresent(s -> s.ports().stream().filter(p -> p.number() > 0 && p.transport().equals("TCP"))
                .forEach(p -> one.putIfAbsent(TLS.contains(Protocols.of(p)) ? "tls" : "plaintext", p.number())));
    }

    /** Whether a port of it speaks TLS already, as far as that is declared. */
    static boolean encrypted(Application application) {
        Map<String, Object> ports = new LinkedHashMap<>();
        encrypted(application, ports);
        return ports.containsKey("tls");
    }

    /** Of a port at which something is called. */
    static void port(Service.Port port, Map<String, Object> one) {
        one.put("port", port.number());
        Object target = port.target().isEmpty() ? port.number() : number(port.target());
        one.put("target-port", target);
        one.put("pod-port", String.valueOf(target)); // some kinds take a port as text only
    }

    private static Object number(String target) {
        return target.matches("\\d{1,5}") ? Integer.valueOf(target) : target;
    }

    /** Of a service as a caller. */
    Map<String, Object> who(Application application) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("namespace", ground.namespace(application.namespace()));
        one.put("service", application.name());
        application.service().filter(s -> !s.selector().isEmpty()).ifPresent(s -> one.put("selector", s.selector()));
        application.workloads().stream().map(w -> w.pod().serviceAccount()).findFirst()
                .ifPresent(a -> one.put("account", a.isEmpty() ? "default" : a));
        return one;
    }

    /** Of the services that call one. */
    List<Map<String, Object>> callers(Application application) {
        return ground.calling(application).stream().map(this::who).toList();
    }

    /** Of any object. */
    Map<String, Object> object(ObjectKey key) {
        return Map.of("namespace", ground.namespace(key.namespace()), "name", key.name(), "object-kind",
                key.kind().toLowerCase(Locale.ROOT));
    }

    /** What the pod template itself says about taking part, so that it can be put back as it was. */
    static Map<String, Object> marks(Workload workload, PathPattern path) {
        Map<String, Object> marks = new LinkedHashMap<>();
        String key = path.words().getOrDefault("template-mark", "");
        Optional.of(workload.pod().label(key)).filter(Text::given).ifPresent(t -> marks.put("label-mark", t.value()));
        Optional.of(workload.pod().annotation(key)).filter(Text::given).ifPresent(t -> marks.put("annotation-mark", t.value()));
        Optional.ofNullable(marks.getOrDefault("label-mark", marks.get("annotation-mark"))).ifPresent(m -> marks.put("mark", m));
        return marks;
    }

    /** As kubectl takes it where several groups have a kind of that name. */
    static String resource(ObjectKey key) {
        return key.kind().toLowerCase(Locale.ROOT) + (key.group().isEmpty() ? "" : "." + key.group());
    }

    /** Of a workload that belongs to no service. */
    Map<String, Object> other(Workload workload) {
        Map<String, Object> one = workload(workload);
        one.put("namespace", ground.namespace(workload.meta().namespace()));
        return one;
    }
}
