package meshadvisor.catalog;

import java.util.List;

/**
 * One reason for which people want a mesh.
 *
 * @param wants the need in the words of somebody who has it
 * @param capabilities what a mesh must be able to do to serve it
 * @param observedBy capabilities whose use in a manifest shows that the need is there
 */
public record Need(String id, String title, String wants, String ask, List<String> capabilities, List<String> observedBy) {

    public Need {
        Given.needed(id, "id");
        Given.needed(title, "title");
        Given.needed(ask, "ask");
        capabilities = Given.list(capabilities);
        observedBy = Given.list(observedBy);
    }
}
