package meshadvisor.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import meshadvisor.catalog.Catalogue;
import meshadvisor.catalog.Makeup;
import meshadvisor.cost.money.Bill;
import meshadvisor.cost.overhead.Estimate;
import meshadvisor.cost.overhead.Estimating;
import meshadvisor.cost.overhead.Profile;
import meshadvisor.cost.overhead.Scale;
import meshadvisor.cost.overhead.Transfers;
import meshadvisor.format.Costing;
import meshadvisor.format.Document;
import meshadvisor.format.EstimateDocument;
import meshadvisor.signal.World;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says what each way through a mesh would add here, before anything is installed. */
@Command(name = "estimate", sortOptions = false,
        description = "Say what each mesh would add here in latency, CPU, memory and money, and what else would cost, as ranges with their sources.",
        footerHeading = "%nExamples:%n",
        footer = {"  meshadvisor estimate deploy/", "  meshadvisor estimate deploy/ --way linkerd,istio-ambient --requests 200..800",
                "  meshadvisor estimate deploy/ --calibrate bench-run.json --save-profile here.profile.yaml",
                "  meshadvisor estimate deploy/ --profile here.profile.yaml -o json=estimate.json"})
final class EstimateCommand implements Callable<Integer>, Checks {

    @Mixin
    AssessOptions input;

    @Mixin
    TrafficOptions traffic;

    @Mixin
    EstimateOptions wanted;

    @Mixin
    CalibrationOptions calibration;

    @Mixin
    CostOptions money;

    @Mixin
    OutputOptions outputs;

    @Mixin
    ColorOptions color;

    private final Outside outside;

    EstimateCommand(Outside outside) {
        this.outside = outside;
    }

    private record Checked(List<Output> outputs, Input.Prepared input, TrafficView traffic, Scale.Stated stated, CostInput money,
            List<Mistake> mistakes) {}

    private Checked check() {
        List<Mistake> mistakes = new ArrayList<>();
        List<Output> formats = Output.parse(outputs.words, mistakes);
        Input.Prepared prepared = Input.prepare(input, outside, mistakes);
        wanted.check(ways(prepared.catalogue()), mistakes);
        calibration.check(mistakes);
        TrafficView view = TrafficInput.prepare(traffic, input.withoutCluster(), outside, mistakes);
        return new Checked(formats, prepared, view, wanted.stated(mistakes), CostInput.prepare(money, prepared.catalogue(), mistakes),
                mistakes);
    }

    @Override
    public List<Mistake> mistakes() {
        return check().mistakes;
    }

    @Override
    public Integer call() {
        Checked checked = check();
        MistakesFound.stopAt(checked.mistakes);
        Input read = checked.traffic.look(checked.input.read(), checked.input.source().apiServer());
        World world = World.of(read.snapshot(), read.catalogue(), read.answers());
        Profile profile = calibration.profile(world, input.snapshots);
        Estimate estimate = Estimating.of(world, Scale.of(world, checked.stated), profile,
                way -> wanted.ways.isEmpty() || wanted.ways.contains(way));
        Bill bill = CostInput.bill(checked.money.pricing(), world, estimate, Answering.advised(world));
        Document document = EstimateDocument.of(estimate, read.snapshot().origin().paths(), Transfers.all(read.catalogue()),
                new Costing(bill, checked.money.shown(bill), Answering.needs(read.catalogue().library())));
        checked.outputs.forEach(o -> o.write(document::write, outside, color));
        if (estimate.scale().likelyPods() == 0) {
            outside.err()
                    .println("meshadvisor: nothing was found that a mesh could take in, so all of this is about nothing; name a folder with"
                            + " workloads");
        }
        return read.ended("estimate", outside).code();
    }

    private static Set<String> ways(Catalogue catalogue) {
        return catalogue.vendors().stream().flatMap(v -> catalogue.makeups(v).stream()).map(Makeup::variant)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
