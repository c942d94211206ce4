package meshadvisor.realcluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people see who may not see all, and what they are told. */
@Tag("cluster")
class RightsTest {

    private static final String SPACE = "realcluster-rights";

    private static Lab lab;
    private static Place place;

    @TempDir
    Path folder;

    @BeforeAll
    static void somebody_with_rights_in_one_namespace_and_somebody_without_any() {
        lab = Lab.open();
        place = Place.in(lab, SPACE);
        lab.kubectl("-n", SPACE, "create", "serviceaccount", "local").good();
        lab.kubectl("-n", SPACE, "create", "serviceaccount", "stranger").good();
        lab.kubectl("-n", SPACE, "create", "role", "local", "--verb=get,list", "--resource=services,pods,deployments.apps").good();
        lab.kubectl("-n", SPACE, "create", "rolebinding", "local", "--role=local", "--serviceaccount=" + SPACE + ":local").good();
    }

    @AfterAll
    static void they_are_removed() {
        if (place != null) {
            place.close();
        }
    }

    @Test
    void rights_in_one_namespace_give_a_report_of_it_with_a_gap_and_a_command_for_each_kind_that_stays_hidden() throws IOException {
        Report report = Report.of(lab.meshadvisor(tokenOf("local"), "assess", "-n", SPACE, "-o", "json").good());
        assertThat(report.workloads()).containsEntry("Deployment", 1);
        assertThat(report.remedy("read-statefulsets.apps")).contains(
                "kubectl create role meshadvisor-statefulsets.apps --verb=get,list --resource=statefulsets.apps -n " + SPACE);
        assertThat(report.remedy("read-nodes")).contains("kubectl create clusterrole meshadvisor-nodes --verb=get,list --resource=nodes");
        assertThat(report.unread()).doesNotContainKeys("read-deployments.apps", "read-services", "read-pods");
    }

    @Test
    void the_command_of_a_gap_closes_it() throws IOException {
        Path me = tokenOf("local");
        Report before = Report.of(lab.meshadvisor(me, "assess", "-n", SPACE, "-o", "json").good());
        String user = "--user=system:serviceaccount:" + SPACE + ":local";
        for (String command : List.of(before.remedy("read-daemonsets.apps").split(" \\(", 2)[0].split(" && "))) {
            lab.kubectl(command.replace("--user=YOU", user).substring("kubectl ".length()).split(" ")).good();
        }
        Report after = Report.of(lab.meshadvisor(me, "assess", "-n", SPACE, "-o", "json").good());
        assertThat(after.workloads()).containsEntry("DaemonSet", 1);
        assertThat(before.unread()).containsKey("read-daemonsets.apps");
        assertThat(after.unread()).doesNotContainKeys("read-daemonsets.apps");
    }

    @Test
    void rights_in_one_namespace_without_its_name_see_nothing_and_are_told_to_name_it() throws IOException {
        Ended ended = lab.meshadvisor(tokenOf("local"), "assess");
        assertThat(ended.code()).as(ended.toString()).isEqualTo(6);
        assertThat(ended.err()).contains("name it with -n");
    }

    @Test
    void somebody_without_rights_gets_exit_code_6_and_the_way_to_rights() throws IOException {
        Ended ended = lab.meshadvisor(tokenOf("stranger"), "assess", "-n", SPACE);
        assertThat(ended.code()).as(ended.toString()).isEqualTo(6);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).contains("forbidden", "meshadvisor rbac");
    }

    @Test
    void an_administrator_sees_as_a_reader_what_the_reader_sees_and_as_a_stranger_nothing() throws IOException {
        long before = Files.size(lab.audit());
        Report report = Report.of(lab.meshadvisor(lab.admin(), "assess", "--as", "meshadvisor-reader", "-n", SPACE, "-o", "json").good());
        assertThat(report.workloads()).containsEntry("Deployment", 1);
        assertThat(lab.askedSince(before)).filteredOn(a -> a.byProgram() && !a.as().isEmpty()).isNotEmpty()
                .allMatch(a -> a.as().equals("meshadvisor-reader"));
        assertThat(lab.meshadvisor(lab.admin(), "assess", "--as", "a-stranger").code()).isEqualTo(6);
        assertThat(lab.meshadvisor(lab.admin(), "assess", "--as", "a-stranger", "--as-group", "system:masters").code()).isZero();
    }

    @Test
    void a_token_that_is_garbage_gets_exit_code_6_and_a_sentence() throws IOException {
        isRefused(lab.meshadvisor(lab.withToken(folder, "garbage"), "assess"));
    }

    @Test
    void a_token_that_is_no_longer_valid_gets_exit_code_6_and_a_sentence() throws IOException {
        lab.kubectl("-n", SPACE, "create", "serviceaccount", "leaver").good();
        Path token = tokenOf("leaver");
        lab.kubectl("-n", SPACE, "delete", "serviceaccount", "leaver").good();
        isRefused(lab.meshadvisor(token, "assess"));
    }

    private static void isRefused(Ended ended) {
        assertThat(ended.code()).as(ended.toString()).isEqualTo(6);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).contains("Unauthorized", "log in again").doesNotContain("Exception", "garbage");
    }

    private Path tokenOf(String account) throws IOException {
        return lab.withToken(folder, lab.kubectl("-n", SPACE, "create", "token", account).good().strip());
    }
}
