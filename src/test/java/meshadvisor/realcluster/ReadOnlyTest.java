package meshadvisor.realcluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the API server itself says was asked of it. */
@Tag("cluster")
class ReadOnlyTest {

    private static final Pattern WROTE = Pattern.compile("wrote .*; (\\d+) requests, \\d+ KiB read");

    private static final int MOST_TRIES = 5;

    private static Lab lab;
    private static Place place;

    @TempDir
    Path folder;

    @BeforeAll
    static void a_cluster_with_workloads() {
        lab = Lab.open();
        place = Place.in(lab, "realcluster-read");
    }

    @AfterAll
    static void it_is_removed() {
        if (place != null) {
            place.close();
        }
    }

    @Test
    void a_full_assessment_only_gets_and_lists_and_touches_neither_secrets_nor_config_maps() throws IOException {
        List<Asked> asked = askedBy("assess", "-o", "json=" + folder.resolve("report.json"));
        assertThat(asked).isNotEmpty().allMatch(a -> Set.of("get", "list").contains(a.verb()));
        assertThat(resources(asked)).contains("pods", "deployments.apps", "services").doesNotContain("secrets", "configmaps");
        assertThat(asked).filteredOn(a -> a.verb().equals("get")).allMatch(a -> a.resource().isEmpty(), "only discovery is got");
    }

    @Test
    void a_snapshot_only_gets_and_lists_and_touches_neither_secrets_nor_config_maps() throws IOException {
        List<Asked> asked = askedBy("snapshot", "-o", folder.resolve("cluster.json").toString());
        assertThat(asked).isNotEmpty().allMatch(a -> Set.of("get", "list").contains(a.verb()));
        assertThat(resources(asked)).contains("pods").doesNotContain("secrets", "configmaps");
    }

    @Test
    void config_maps_are_read_if_they_are_asked_for_and_secrets_are_not_even_then() throws IOException {
        List<Asked> asked = askedBy("assess", "--call-graph-from-configmaps", "-o", "json=" + folder.resolve("report.json"));
        assertThat(asked).allMatch(a -> Set.of("get", "list").contains(a.verb()));
        assertThat(resources(asked)).contains("configmaps").doesNotContain("secrets");
    }

    @Test
    void each_kind_is_listed_once_in_pages_and_discovery_takes_three_requests_and_that_is_all_that_is_told() throws IOException {
        List<Asked> asked = askedByASnapshotAlone();
        List<Asked> lists = asked.stream().filter(a -> a.verb().equals("list")).toList();
        assertThat(lists.stream().filter(a -> !a.continued()).map(Asked::resource)).doesNotHaveDuplicates();
        assertThat(asked.size() - lists.size()).isLessThanOrEqualTo(3);
        assertThat(lists.stream().filter(Asked::continued).count()).isLessThanOrEqualTo(objects() / 500);
    }

    /** What a snapshot asked, by its own count and by the API server's; where these differ somebody else was reading, and it is taken again. */
    private List<Asked> askedByASnapshotAlone() throws IOException {
        Ended ended = new Ended(-1, "", "no snapshot was taken");
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            long before = Files.size(lab.audit());
            ended = lab.meshadvisor(lab.reader(), "snapshot", "-o", folder.resolve("cluster.json").toString());
            ended.good();
            var told = WROTE.matcher(ended.err());
            assertThat(told.find()).as(ended.toString()).isTrue();
            List<Asked> asked = byReader(before);
            if (asked.size() == Integer.parseInt(told.group(1))) {
                return asked;
            }
        }
        return fail("the audit log never has as many requests as are told, the last time in: %s", ended);
    }

    /** What the reader's meshadvisor asked while it ran. */
    private static List<Asked> askedBy(String... args) throws IOException {
        long before = Files.size(lab.audit());
        lab.meshadvisor(lab.reader(), args).good();
        return byReader(before);
    }

    private static List<Asked> byReader(long before) throws IOException {
        return lab.askedSince(before).stream().filter(a -> a.user().equals("meshadvisor-reader") && a.byProgram()).toList();
    }

    private static Set<String> resources(List<Asked> asked) {
        Set<String> resources = new TreeSet<>();
        asked.forEach(a -> resources.add(a.resource()));
        return resources;
    }

    /** How many objects there are of the kinds of which there can be many. */
    private static long objects() {
        return lab.kubectl("get", "pods,services,replicasets,deployments,statefulsets,endpointslices,nodes,jobs", "-A", "-o", "name").good()
                .lines().count();
    }
}
