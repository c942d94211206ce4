package meshadvisor.lab.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import meshadvisor.bench.Sample;

/**
 * A figure of a container on a page of a kubelet.
 *
 * @param container {@code namespace/pod/container}
 * @param atMillis when the kubelet looked, by the node's clock
 */
record KubeletLine(String figure, String container, double atMillis, double value) {

    private static final Pattern TIME = Pattern.compile(".*\\s(\\d{13})");

    /** Lines of these figures that are of a container and say when it was looked at. A page has many others, which are passed over quickly. */
    static Stream<KubeletLine> of(List<String> page, List<String> figures) {
        return page.stream().filter(line -> figures.stream().anyMatch(line::startsWith)).flatMap(line -> of(line).stream())
                .filter(read -> figures.contains(read.figure));
    }

    private static Optional<KubeletLine> of(String line) {
        Matcher time = TIME.matcher(line);
        return time.matches() ? Sample.of(line).filter(sample -> !sample.labels().getOrDefault("container", "").isEmpty())
                .map(sample -> new KubeletLine(sample.name(), name(sample.labels()), Double.parseDouble(time.group(1)), sample.value()))
                : Optional.empty();
    }

    private static String name(Map<String, String> labels) {
        return labels.getOrDefault("namespace", "") + "/" + labels.getOrDefault("pod", "") + "/" + labels.getOrDefault("container", "");
    }
}
