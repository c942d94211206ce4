package meshadvisor.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import meshadvisor.catalog.Catalogue;
import meshadvisor.catalog.Platform;
import meshadvisor.report.Topic.Kind;

/** Explains by what platforms are recognised and what to mind on each. */
record PlatformPages(Catalogue catalogue) {

    List<Topic> topics() {
        return List.of(new Topic(Kind.TABLE, "platforms", "Platforms, and what to mind on each", List.of("platform"), this::page));
    }

    private Page page() {
        return new Page("Platforms, and what to mind on each", catalogue.platforms().stream().map(PlatformPages::section).toList(),
                List.of());
    }

    private static Section section(Platform platform) {
        List<Block> text = new ArrayList<>();
        Stream.of(signs("provider id of a node", platform.providerIds()), signs("label of a node", platform.nodeLabels()),
                signs("version of a kubelet", platform.kubelets()), signs("API group", platform.groups()),
                signs("namespace", platform.namespaces())).flatMap(s -> s).forEach(s -> text.add(Block.Item.dash(0, s)));
        platform.traps().forEach(t -> text.add(Block.Item.dash(0, (t.concerns().isEmpty() ? "Every mesh" : String.join(", ", t.concerns()))
                + ": " + t.says() + " (" + t.source() + ", " + t.date() + ")")));
        return new Section(platform.name(), text);
    }

    private static Stream<String> signs(String what, List<String> signs) {
        return signs.isEmpty() ? Stream.of() : Stream.of("Recognised by " + what + ": " + String.join(", ", signs));
    }
}
