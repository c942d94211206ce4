package meshadvisor.signal;

import java.util.List;
import java.util.stream.Stream;
import meshadvisor.catalog.Marks;
import meshadvisor.model.Service;
import meshadvisor.model.Text;
import meshadvisor.model.Workload;

/** Ports into which the proxies of a mesh are told not to look, by annotations of the Service, the pod or the namespace. */
final class OpaquePorts {

    private static final String RANGE = "-";

    private OpaquePorts() {}

    /** What the annotations say that the mesh knows. */
    static List<Text> said(World world, Marks marks, Service service, Workload workload) {
        return marks.opaqueAnnotations().stream().flatMap(n -> Stream.of(service.meta().annotation(n), workload.pod().annotation(n),
                world.marked().memberships().annotationOfNamespace(workload.meta().namespace(), n))).filter(Text::given).toList();
    }

    /** Whether they name a port: by its number, a range of numbers, its name or its target. */
    static boolean name(List<Text> said, Service.Port port) {
        return said.stream().flatMap(t -> Stream.of(t.value().split(",", -1))).map(String::strip)
                .anyMatch(p -> p.equals(String.valueOf(port.number())) || p.equals(port.name()) || p.equals(port.target())
                        || within(p, port.number()));
    }

    private static boolean within(String range, int number) {
        String[] ends = range.split(RANGE, -1);
        boolean numbers = ends.length == 2 && Stream.of(ends).allMatch(e -> e.matches("\\d{1,5}"));
        return numbers && Integer.parseInt(ends[0]) <= number && number <= Integer.parseInt(ends[1]);
    }
}
