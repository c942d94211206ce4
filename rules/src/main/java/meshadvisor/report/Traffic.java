package meshadvisor.report;

import meshadvisor.model.Observed;
import meshadvisor.signal.MtlsCoverage;

/** What was seen of the requests themselves, and how they are protected. */
public record Traffic(Observed observed, MtlsCoverage mtls) {

    static Traffic of(Observed observed) {
        return new Traffic(observed, MtlsCoverage.of(observed));
    }

    /** Whether there is anything to tell. */
    public boolean any() {
        return observed.any();
    }
}
