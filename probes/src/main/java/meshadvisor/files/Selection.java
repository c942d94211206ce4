package meshadvisor.files;

import java.util.List;

/** Which files of a folder are wanted, by their path in it. */
record Selection(List<PathPattern> include, List<PathPattern> exclude) {

    private static final List<String> MANIFESTS = List.of("*.yaml", "*.yml", "*.json", "Kustomization");

    static Selection of(FileQuery query) {
        return new Selection(patterns(query.include().isEmpty() ? MANIFESTS : query.include()), patterns(query.exclude()));
    }

    private static List<PathPattern> patterns(List<String> texts) {
        return texts.stream().filter(text -> !text.isBlank() && !text.equals("/")).map(PathPattern::of).toList();
    }

    boolean wants(String path) {
        return any(include, path, false) && !leavesOut(path, false);
    }

    boolean leavesOut(String path, boolean isFolder) {
        return any(exclude, path, isFolder);
    }

    private static boolean any(List<PathPattern> patterns, String path, boolean isFolder) {
        for (PathPattern pattern : patterns) {
            if (pattern.matches(path, isFolder)) {
                return true;
            }
        }
        return false;
    }
}
