package meshadvisor.format;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import meshadvisor.catalog.Kebab;
import meshadvisor.catalog.Makeup.Per;
import meshadvisor.format.html.Part;
import meshadvisor.format.html.StandDiagram;
import meshadvisor.format.html.StandDiagram.Place;
import meshadvisor.format.html.StandDiagram.Stands;
import meshadvisor.format.html.StandDiagram.Sure;
import meshadvisor.report.Architecture;
import meshadvisor.report.Architecture.Site;
import meshadvisor.report.Architecture.Stand;
import meshadvisor.report.Report;
import meshadvisor.rule.Truth;

/** Which proxy, control plane and waypoint stand where, today and if the advice were followed. */
record ArchitectureSections(Report report, Words words) {

    /** Namespaces in the picture; the table has all. */
    private static final int DRAWN = 12;

    private static final Stands NOTHING = new Stands(Sure.NOTHING, "nothing");

    List<Block> blocks() {
        Architecture all = report.prospect().architecture();
        if (all.sites().isEmpty()) {
            return List.of();
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.item(1, sentence(all)));
        if (all.sites().stream().allMatch(site -> today(site).equals(NOTHING) && after(all, site).equals(NOTHING))
                && cluster(all).flatMap(place -> place.moments().stream()).allMatch(NOTHING::equals)) {
            blocks.add(Block.item(1, "Neither today nor after does a part of a mesh stand anywhere, so there is no picture."));
        } else {
            standing(all, blocks);
        }
        blocks.addAll(new BuildupSections(report.buildup()).blocks());
        return Sections.section("Where what would stand", "architecture", blocks);
    }

    private void standing(Architecture all, List<Block> blocks) {
        List<Place> places = Stream.concat(cluster(all), all.sites().stream().limit(DRAWN).map(site -> place(all, site))).toList();
        blocks.add(new Block.Picture(StandDiagram.of("What stands where, today and after", description(all),
                List.of("Today", "After"), places,
                new Part.Grid("What stands where, today and after", List.of("Where", "Today", "After"), places.stream()
                        .map(place -> Stream.concat(Stream.of(place.label()), place.moments().stream().map(Stands::words)).toList())
                        .toList()))));
        blocks.add(new Block.Rows(List.of("Namespace", "Services", "Workloads", "In a mesh today", "Today", "After"),
                all.sites().stream().map(site -> row(all, site)).toList()));
        blocks.add(Block.item(1, "Parts are those that the catalogue knows of this way; how many there would be and what they would take"
                + " stands under \"What it would add\". Who asks for features of HTTP, and so for a waypoint where a mesh has them, is read"
                + " from routes and from the needs that were stated."));
    }

    private String sentence(Architecture all) {
        String today = all.today().variant().isEmpty() ? "No mesh runs today" : "Today: " + words.mesh(all.today().variant());
        if (!all.decided()) {
            return today + ". The advice is open, so what comes after is shown as it is today.";
        }
        return today + ". " + (all.after().variant().isEmpty()
                ? all.today().variant().isEmpty() ? "None is advised, so no part of one would stand anywhere."
                        : "The advice would not adopt it, so after it was taken out no part of it would stand anywhere."
                : "After: " + words.mesh(all.after().variant()) + ".");
    }

    private String description(Architecture all) {
        return sentence(all) + " A solid frame is something that stands there, a frame of dashes something of which nobody knows whether it"
                + " does."
                + (all.sites().size() > DRAWN ? " The first " + DRAWN + " of " + all.sites().size() + " namespaces are drawn; the table"
                        + " below has all." : "");
    }

    /** What does not belong to a namespace of the user's own. */
    private static Stream<Place> cluster(Architecture all) {
        return Stream.of(parts("control plane", all, Per.CLUSTER), parts("on every node", all, Per.NODE),
                parts("for each Gateway of the mesh", all, Per.GATEWAY));
    }

    private static Place parts(String label, Architecture all, Per per) {
        return new Place(label, List.of(parts(all.today(), per), parts(all.after(), per)));
    }

    private static Stands parts(Stand stand, Per per) {
        if (!stand.variant().isEmpty() && stand.parts().isEmpty()) {
            return new Stands(Sure.UNKNOWN, "? parts not known");
        }
        return stand.parts(per).isEmpty() ? NOTHING
                : new Stands(Sure.THERE, stand.parts(per).stream().map(ArchitectureSections::part).collect(Collectors.joining(", ")));
    }

    private static String part(Architecture.Part part) {
        return part.name() + (part.copies() > 1 ? " × " + part.copies() : "");
    }

    private Place place(Architecture all, Site site) {
        return new Place("namespace " + name(site), List.of(today(site), after(all, site)));
    }

    private static String name(Site site) {
        return site.namespace().isEmpty() ? "(none stated)" : site.namespace();
    }

    private Stands today(Site site) {
        return site.meshed() == 0 ? NOTHING
                : new Stands(Sure.THERE, (site.today().isEmpty() ? "a mesh" : words.mesh(site.today())) + ": " + site.meshed() + " of "
                        + site.workloads());
    }

    private static Stands after(Architecture all, Site site) {
        if (!all.decided()) {
            return new Stands(Sure.UNKNOWN, "? open");
        }
        if (site.after().isEmpty()) {
            return NOTHING;
        }
        List<String> here = new ArrayList<>();
        all.after().parts(Per.POD).forEach(part -> here.add(part(part) + " in each pod"));
        if (here.isEmpty() && !all.after().parts(Per.NODE).isEmpty()) {
            here.add("through its nodes");
        }
        boolean waypoints = !all.after().parts(Per.WAYPOINT).isEmpty();
        if (waypoints && site.http() != Truth.NO) {
            here.add(site.http() == Truth.YES ? "a waypoint" : "? a waypoint");
        }
        return here.isEmpty() ? new Stands(Sure.UNKNOWN, "? parts not known")
                : new Stands(waypoints && site.http() == Truth.UNKNOWN ? Sure.UNKNOWN : Sure.THERE, String.join(", ", here));
    }

    private List<String> row(Architecture all, Site site) {
        return List.of(name(site), String.valueOf(site.services()), String.valueOf(site.workloads()), String.valueOf(site.meshed()),
                today(site).words(), after(all, site).words());
    }

    static void write(Fields out, Report report) {
        Architecture all = report.prospect().architecture();
        out.object("architecture", f -> {
            f.object("today", g -> stand(g, all.today()));
            f.object("after", g -> stand(g, all.after()));
            f.flag("decided", all.decided());
            f.objects("namespaces", all.sites(), (g, site) -> {
                g.text("namespace", site.namespace());
                g.number("services", site.services());
                g.number("workloads", site.workloads());
                g.number("meshed", site.meshed());
                g.textOrNull("today", site.today());
                g.textOrNull("after", site.after());
                g.text("http", Kebab.of(site.http()));
            });
            BuildupSections.write(f, report.buildup());
        });
    }

    private static void stand(Fields out, Stand stand) {
        out.textOrNull("mesh", stand.variant());
        out.objects("parts", stand.parts(), (f, part) -> {
            f.text("name", part.name());
            f.text("per", Kebab.of(part.per()));
            f.number("copies", part.copies());
        });
    }
}
