package meshadvisor.signal.code;

import java.util.HashMap;
import java.util.Map;
import meshadvisor.catalog.Kit;
import meshadvisor.catalog.Language;
import meshadvisor.model.Code.Site;
import meshadvisor.signal.World;

/** Who says what libraries do when code says nothing. */
final class Defaults {

    private final Map<String, String> sources = new HashMap<>();

    private Defaults() {}

    static Defaults of(World world) {
        Defaults defaults = new Defaults();
        for (Language language : Language.all(world.catalogue().library())) {
            for (Kit kit : language.libraries()) {
                defaults.sources.put(language.language() + "/" + kit.library(), kit.source() + ", " + kit.date()
                        + (kit.checked() ? "" : ", remembered and not read again"));
            }
        }
        return defaults;
    }

    /** The source and the month in which it was read. */
    String source(Site site) {
        return sources.getOrDefault(site.language() + "/" + site.library(), "");
    }
}
