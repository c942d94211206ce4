package meshadvisor.files;

import java.util.List;

/**
 * What lies under the given paths.
 *
 * @param files each once, sorted by the path that is shown, not yet read
 * @param missing paths that do not exist, in the order in which they were given
 */
public record Found(List<FoundFile> files, List<String> missing) {}
