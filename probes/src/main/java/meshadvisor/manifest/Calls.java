package meshadvisor.manifest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import meshadvisor.dialect.Facts;
import meshadvisor.model.Container;
import meshadvisor.model.Edge;
import meshadvisor.model.Evidence;
import meshadvisor.model.Meta;
import meshadvisor.model.Service;
import meshadvisor.model.Text;
import meshadvisor.model.Workload;

/** Finds calls in variables, arguments and ConfigMaps: names of scanned Services. What is hard-coded is not seen, so this is a lower bound. */
final class Calls {

    private static final Pattern HOST =
            Pattern.compile("(?:([a-z][a-z0-9+.-]*)://)?(?:[^\\s@/]*@)?([a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)(?::(\\d{1,5}))?");
    private static final Pattern ADDRESS_NAME =
            Pattern.compile(".*(HOST|ADDR|ADDRESS|URL|URI|ENDPOINT|SERVICE)S?(_.*)?", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST = 2_000;

    private final Facts facts;
    private final Map<String, List<Service>> services = new HashMap<>();

    private Calls(Facts facts) {
        this.facts = facts;
        facts.services.forEach(s -> services.computeIfAbsent(s.meta().name(), k -> new ArrayList<>()).add(s));
    }

    static void find(Facts facts) {
        Calls calls = new Calls(facts);
        facts.workloads.forEach(calls::ofWorkload);
        facts.envFrom.forEach(calls::ofConfigMap);
    }

    private void ofWorkload(Workload workload) {
        Set<String> known = new HashSet<>();
        for (Container container : workload.pod().containers()) {
            container.env().forEach(e -> search(workload.meta(), e.name(), e.value(), known));
            container.words().forEach(w -> search(workload.meta(), "", w, known));
        }
    }

    private void ofConfigMap(Facts.EnvFrom source) {
        Set<String> known = new HashSet<>();
        facts.configMaps.stream().filter(c -> c.meta().name().equals(source.configMap().value())
                && near(c.meta().namespace(), source.workload().namespace()))
                .forEach(c -> c.data().forEach((name, value) -> search(source.workload(), name, value, known)));
    }

    private static boolean near(String one, String other) {
        return one.isEmpty() || other.isEmpty() || one.equals(other);
    }

    private void search(Meta from, String name, Text text, Set<String> known) {
        if (!text.given() || text.value().length() > LONGEST) {
            return;
        }
        Matcher hosts = HOST.matcher(text.value());
        while (hosts.find()) {
            boolean scheme = hosts.group(1) != null;
            boolean port = hosts.group(3) != null;
            boolean whole = hosts.end() == text.value().length() && hosts.start() == 0 && ADDRESS_NAME.matcher(name).matches();
            String host = hosts.group(2);
            if ((scheme || port || whole || host.contains(".svc")) && isService(from, host) && known.add(host)) {
                int number = port ? Integer.parseInt(hosts.group(3)) : 0;
                facts.edges.add(new Edge(from.key(), host, number,
                        new Evidence(from.name() + " names " + host + (name.isEmpty() ? " in an argument" : " in " + name), text.place())));
            }
        }
    }

    private boolean isService(Meta from, String host) {
        String[] labels = host.split("\\.", -1);
        String namespace = labels.length > 1 ? labels[1] : from.namespace();
        return services.getOrDefault(labels[0], List.of()).stream().anyMatch(s -> near(s.meta().namespace(), namespace));
    }
}
