package meshadvisor.signal;

import java.util.List;
import java.util.Optional;

import meshadvisor.model.Place;
import meshadvisor.model.Service;
import meshadvisor.model.Workload;

/**
 * A first-party service that runs for long and is reached by others.
 *
 * @param name the name of its Service, else of its workload
 * @param services every Service that leads to it
 * @param workloads its versions
 * @param why what made it one
 */
public record Application(String namespace, String name, Place place, List<Service> services, List<Workload> workloads, String why) {

    public Application {
        services = List.copyOf(services);
        workloads = List.copyOf(workloads);
    }

    /** The Service whose name it bears. */
    public Optional<Service> service() {
        return services.stream().filter(s -> s.meta().name().equals(name)).findFirst();
    }
}
