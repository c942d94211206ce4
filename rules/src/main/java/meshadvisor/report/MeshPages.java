package meshadvisor.report;

import static java.util.Locale.ROOT;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import meshadvisor.advice.Variant;
import meshadvisor.catalog.BreakGlass;
import meshadvisor.catalog.Capability;
import meshadvisor.catalog.Catalogue;
import meshadvisor.catalog.Fact;
import meshadvisor.catalog.Marks;
import meshadvisor.catalog.Versions;
import meshadvisor.report.Topic.Kind;

/** Explains the meshes and their variants. */
record MeshPages(Catalogue catalogue, ConditionWords words) {

    List<Topic> topics() {
        List<Topic> topics = new ArrayList<>();
        for (String vendor : catalogue.vendors()) {
            topics.add(new Topic(Kind.MESH, vendor, name(vendor), List.of(), () -> page(vendor)));
            variants(vendor).stream().filter(v -> !v.id().equals(vendor))
                    .forEach(v -> topics.add(new Topic(Kind.MESH, v.id(), v.name(), List.of(), () -> page(v, vendor))));
        }
        return topics;
    }

    /** Everything that is known of one vendor's mesh. */
    Page page(String vendor) {
        List<Section> variants = variants(vendor).stream().flatMap(v -> sections(v, vendor).stream()).toList();
        return new Page(name(vendor), Page.joined(List.of(List.of(Section.of("", introduction(vendor))), variants, versions(vendor),
                upgrades(vendor), procedures(vendor).map(MeshPages::breakGlass).toList(), facts(vendor))), List.of());
    }

    private Page page(Variant variant, String vendor) {
        List<Section> procedures = procedures(vendor).filter(p -> p.variant().equals(variant.id())).map(MeshPages::breakGlass).toList();
        return new Page(variant.name(), Page.joined(List.of(sections(variant, vendor), procedures)), List.of(vendor));
    }

    private String name(String vendor) {
        return catalogue.marks(vendor).map(Marks::name).orElse(vendor);
    }

    private String introduction(String vendor) {
        Marks marks = catalogue.marks(vendor).orElseThrow();
        return "Its id here is " + vendor + "."
                + (marks.ended().isEmpty() ? "" : " Its vendor ends it on " + marks.ended() + ".")
                + (marks.generic()
                        ? " It is no mesh but an interface that several meshes understand; it never tells which of them is there." : "")
                + (marks.cni() ? " It is a CNI: the nodes run it with or without the features of a mesh." : "")
                + (variants(vendor).isEmpty() && !marks.generic() ? " It is recognised, but not ranked: nothing is advised that was not"
                        + " checked." : "");
    }

    private List<Variant> variants(String vendor) {
        return catalogue.library().readList("meshes/" + vendor + "/variants.yaml", "variants", Variant.class);
    }

    private List<Section> sections(Variant variant, String vendor) {
        String of = variant.id() + ": ";
        return List.of(new Section(of + "how much there is to run",
                List.of(new Block.Paragraph("Complexity " + ConditionWords.number(variant.complexity()) + ", counted as points against it ("
                        + variant.complexitySource() + ")."
                        + (variant.sidecarless() ? " Pods have no proxy of their own." : " Every pod has a proxy of its own.")))),
                new Section(of + "what speaks for it", variant.chooseWhen().stream().map(c -> Block.Item.dash(0,
                        c.because() + " " + ConditionWords.number(c.points()) + (c.points() == 1 ? " point" : " points") + " when "
                                + words.of(c.when()) + " (" + c.source() + ")"))
                        .toList()),
                new Section(of + "what rules it out", variant.excludeWhen().stream()
                        .map(c -> Block.Item.dash(0, c.because() + " When " + words.of(c.when()) + " (" + c.source() + ")")).toList()),
                new Section(of + "what it can do", capabilities(variant, vendor)));
    }

    private List<Block> capabilities(Variant variant, String vendor) {
        return catalogue.library().readList("meshes/" + vendor + "/capabilities.yaml", "capabilities", Capability.class).stream()
                .filter(c -> c.variant().equals(variant.id()))
                .<Block>map(c -> Block.Item.dash(0,
                        c.capability() + ": " + state(c) + (c.from().isEmpty() ? "" : ", from " + c.from()) + ". "
                                + (c.note().isEmpty() ? "" : c.note() + " ") + Citation.of(c).bracketed()))
                .toList();
    }

    /** The state of a capability in words. */
    static String state(Capability capability) {
        String state = switch (capability.state()) {
            case UNKNOWN -> "not known";
            case STABLE, BETA, ALPHA, DEPRECATED, NONE -> capability.state().name().toLowerCase(ROOT);
        };
        return state + (capability.needsWaypoint() ? " with a waypoint" : "");
    }

    private List<Section> versions(String vendor) {
        Versions versions = catalogue.versions().get(vendor);
        if (versions == null) {
            return List.of();
        }
        Versions.Skew skew = versions.skew();
        Versions.MemoryLimit limit = versions.defaultMemoryLimit();
        return List.of(new Section("Versions", versions.versions().stream().map(MeshPages::release).toList()),
                Section.of("Distance between control plane and proxies",
                        skew.says() + " " + new Citation(skew.source(), skew.date(), skew.mark()).bracketed()),
                Section.of("Memory limit where nobody sets one",
                        limit.says() + " " + new Citation(limit.source(), limit.date(), limit.mark()).bracketed()));
    }

    private static Block release(Versions.Release release) {
        String released = release.released().isEmpty() ? "date of release not known here" : "released " + release.released();
        String until = release.supportedUntil().isEmpty() ? "" : ", supported until about " + release.supportedUntil();
        String kubernetes = release.kubernetesMin().isEmpty() ? "" : ", Kubernetes " + release.kubernetesMin() + " or newer";
        String sidecars = release.nativeSidecarDefault() ? ", native sidecars by default" : "";
        return Block.Item.dash(0, release.version() + ": " + released + until + kubernetes + sidecars + " "
                + new Citation(release.source(), release.date(), release.mark()).bracketed());
    }

    private List<Section> upgrades(String vendor) {
        List<Block> items = catalogue.upgradeRules(vendor).stream()
                .<Block>map(r -> Block.Item.dash(0, r.says() + " " + new Citation(r.source(), r.date(), r.mark()).bracketed())).toList();
        return List.of(new Section("Upgrading and changing the mode", items));
    }

    private Stream<BreakGlass> procedures(String vendor) {
        return catalogue.library().readList("meshes/" + vendor + "/break-glass.yaml", "procedures", BreakGlass.class).stream();
    }

    private static Section breakGlass(BreakGlass procedure) {
        List<Block> blocks = new ArrayList<>();
        IntStream.range(0, procedure.steps().size()).forEach(i -> blocks.add(new Block.Item(0, (i + 1) + ".", procedure.steps().get(i))));
        blocks.add(new Block.Paragraph("It needs: " + procedure.needs()));
        blocks.add(new Block.Paragraph("What is lost: " + procedure.lost()));
        blocks.add(new Block.Paragraph(new Citation(procedure.source(), procedure.date(), procedure.mark()).bracketed()));
        return new Section("Leaving in an incident: " + procedure.variant(), blocks);
    }

    private List<Section> facts(String vendor) {
        return facts("Facts: ", catalogue.facts(vendor));
    }

    /** Facts by topic, each topic a section whose heading begins with the given text. */
    static List<Section> facts(String heading, List<Fact> facts) {
        return facts.stream().map(Fact::topic).distinct().sorted()
                .map(topic -> new Section(heading + topic,
                        facts.stream().filter(f -> f.topic().equals(topic)).map(MeshPages::words).toList()))
                .toList();
    }

    private static Block words(Fact fact) {
        String applies = fact.appliesTo().isEmpty() ? "" : fact.appliesTo() + "; ";
        return Block.Item.dash(0, fact.says() + " (" + applies + Citation.of(fact).words() + ")");
    }
}
