package meshadvisor.catalog;

import java.util.List;

/**
 * A network of pods, as it is told by the images of its DaemonSet.
 *
 * @param images last part, or last two parts, of a repository
 * @param answer the option of the question {@code cni-in-use} that it is
 */
public record Network(String name, List<String> images, String answer, String source) {

    public Network {
        Given.needed(name, "name");
        Given.needed(answer, "answer");
        Given.needed(source, "source");
        images = Given.list(images);
    }
}
