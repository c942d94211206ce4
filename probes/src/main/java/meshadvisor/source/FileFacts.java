package meshadvisor.source;

import java.util.List;
import meshadvisor.catalog.Kit;
import meshadvisor.catalog.Language;
import meshadvisor.model.Code.Attempts;
import meshadvisor.model.Code.Host;
import meshadvisor.model.Code.Method;
import meshadvisor.model.Trait;

/**
 * What one file of a language shows.
 *
 * @param path as it is shown
 * @param found in the order of the lines
 */
record FileFacts(String path, Language language, int lines, List<Found> found, List<Host> hosts) {

    /**
     * A place where a library is used, if the program has it.
     *
     * @param to the last line of the call
     * @param limited whether the lines of the call say how long it may take
     */
    record Found(Kit kit, Kit.Use use, int line, int to, String words, boolean limited, Attempts attempts, Method method) {

        /** What it shows. */
        List<Trait> shows() {
            return use.shows().isEmpty() ? kit.gives() : use.shows();
        }

        boolean shows(Trait trait) {
            return shows().contains(trait);
        }

        boolean call() {
            return shows().stream().anyMatch(Trait::call);
        }

        boolean guard() {
            return shows().stream().anyMatch(Trait::guard);
        }
    }
}
