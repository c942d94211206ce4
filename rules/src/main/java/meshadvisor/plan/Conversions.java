package meshadvisor.plan;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import meshadvisor.model.Meta;
import meshadvisor.model.ObjectKey;
import meshadvisor.plan.AdoptionPlan.Conversion;
import meshadvisor.plan.book.ConversionPattern;
import meshadvisor.plan.book.Journey;
import meshadvisor.plan.book.PathPattern;
import meshadvisor.plan.convert.Converter;
import meshadvisor.plan.convert.Converter.Converted;

/**
 * What becomes of the configuration that is there where the way needs another one.
 *
 * @param pattern how it is written again; empty where nothing is
 */
record Conversions(Ground ground, PathPattern path, Optional<ConversionPattern> pattern) {

    /** In the order of the objects. Who keeps a mesh keeps its configuration. */
    List<Conversion> of(Journey journey) {
        Map<ObjectKey, Meta> objects = new LinkedHashMap<>();
        ground.world().snapshot().definitions().forEach(d -> objects.putIfAbsent(d.key(), d));
        List<PathPattern.Equivalent> equivalents = switch (journey) {
            case ADOPT -> path.equivalents();
            case LEAVE -> path.leaving();
            case KEEP -> List.of();
        };
        Optional<Converter> converter = pattern.filter(p -> journey == Journey.ADOPT)
                .map(p -> new Converter(ground.world().snapshot(), p, ground::namespace));
        return objects.values().stream().sorted(Comparator.comparing(Meta::key)).flatMap(meta -> equivalents.stream()
                .filter(e -> e.of(meta.key())).limit(1).map(e -> conversion(meta, e, converter))).toList();
    }

    private static Conversion conversion(Meta meta, PathPattern.Equivalent equivalent, Optional<Converter> converter) {
        Converted converted = converter.map(c -> c.of(meta.key())).orElse(Converted.NOTHING);
        boolean looked = !converted.written().isEmpty() || !converted.remarks().isEmpty();
        return new Conversion(meta.key().toString(), meta.place(), equivalent.becomes(), looked ? "" : equivalent.lost(),
                converted.written(),
                converted.remarks());
    }
}
