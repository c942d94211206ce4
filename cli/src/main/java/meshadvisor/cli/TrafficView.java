package meshadvisor.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import meshadvisor.catalog.MetricSource;
import meshadvisor.model.Gap;
import meshadvisor.model.Observed;
import meshadvisor.prometheus.Bounds;
import meshadvisor.prometheus.Fetch;
import meshadvisor.prometheus.HttpFetch;
import meshadvisor.prometheus.Prometheus;
import meshadvisor.prometheus.ServiceProxy;
import meshadvisor.prometheus.Window;
import meshadvisor.traces.Joined;
import meshadvisor.traces.TraceFiles;
import meshadvisor.traces.TraceLimits;

/** Where to look at the traffic: nowhere, at a Prometheus, into files with traces, or both. */
record TrafficView(Optional<Direct> direct, Optional<ServiceProxy> service, Window window, List<Path> traces) {

    /** A Prometheus at its own address. */
    record Direct(URI address, String token, Optional<SSLContext> trust) {}

    TrafficView {
        traces = List.copyOf(traces);
    }

    /**
     * The input with what is seen there.
     *
     * @param apiServer the API server, for a Prometheus behind a Service; its paths begin with {@code /api/v1}
     */
    Input look(Input input, Optional<Fetch> apiServer) {
        if (direct.isEmpty() && service.isEmpty() && traces.isEmpty()) {
            return input;
        }
        List<MetricSource> sources = MetricSource.all(input.catalogue().library());
        List<Gap> gaps = new ArrayList<>();
        Observed observed = Observed.NONE;
        if (direct.isPresent()) {
            try (HttpFetch fetch = new HttpFetch(direct.get().address(), direct.get().token(), direct.get().trust())) {
                observed = asked(fetch, sources, gaps);
            }
        } else if (service.isPresent() && apiServer.isPresent()) {
            observed = asked(service.get().through(apiServer.get()), sources, gaps);
        }
        if (!traces.isEmpty()) {
            TraceFiles.Seen seen = TraceFiles.read(traces, TraceLimits.USUAL);
            gaps.addAll(seen.gaps());
            observed = Joined.of(observed, seen.observed());
        }
        return new Input(input.snapshot().with(observed, gaps), input.answers(), input.catalogue());
    }

    private Observed asked(Fetch fetch, List<MetricSource> sources, List<Gap> gaps) {
        Prometheus.Seen seen = Prometheus.observe(fetch, sources, window, Bounds.USUAL);
        gaps.addAll(seen.gaps());
        return seen.observed();
    }
}
