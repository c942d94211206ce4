package meshadvisor.lab.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static meshadvisor.lab.run.Recorded.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import meshadvisor.tree.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Why pods do not come up, as people are told it: the words of the cluster and what to do. */
class CausesTest {

    private static final Node JOB = json("{'metadata':{'name':'server-http1'},'status':{}}");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            exceeded quota: compute, requested: limits.cpu=500m, used: limits.cpu=2, limited: limits.cpu=2                | raise the ResourceQuota
            violates PodSecurity "restricted:latest": privileged (container "istio-init" must not set privileged=true)  | install its CNI plugin
            maximum cpu usage per Container is 100m, but limit is 500m                                                  | LimitRange
            failed calling webhook "sidecar-injector.istio.io": context deadline exceeded                               | the webhook does not answer
            admission webhook "policy.example.com" denied the request: no team label                                    | make an exception
            """)
    void pods_that_cannot_be_made_are_told_at_once(String said, String remedy) {
        List<Node> events =
                List.of(Json.read(Json.text(Map.of("reason", "FailedCreate", "message", "Error creating: " + said, "involvedObject",
                        Map.of("name", "server-http1"))).getBytes(UTF_8)));
        assertThat(Causes.of(new Causes.Seen("server-http1", JOB, List.of(), events, 2))).singleElement().asString()
                .startsWith("The pods of server-http1 cannot be made: ").contains(said).contains(remedy).endsWith(".");
    }

    @Test
    void events_of_other_objects_are_no_cause() {
        List<Node> events = List.of(json("{'reason':'FailedCreate','involvedObject':{'name':'other'},'message':'exceeded quota'}"),
                json("{'reason':'SuccessfulCreate','involvedObject':{'name':'server-http1'},'message':'Created pod'}"));
        assertThat(Causes.of(new Causes.Seen("server-http1", JOB, List.of(), events, 60))).isEmpty();
    }

    @Test
    void an_image_that_cannot_be_pulled_is_named_with_the_option_that_changes_it() {
        assertThat(
                of("{'phase':'Pending','containerStatuses':[{'name':'load-generator','image':'mirror/jre:1','state':{'waiting':{'reason':"
                        + "'ImagePullBackOff','message':'Back-off pulling image'}}}]}", 3))
                .singleElement().asString()
                .contains("mirror/jre:1", "cannot be pulled", "--image");
    }

    @Test
    void a_first_try_to_pull_and_a_node_that_may_still_come_are_waited_for() {
        assertThat(
                of("{'phase':'Pending','containerStatuses':[{'name':'c','image':'i','state':{'waiting':{'reason':'ErrImagePull'}}}]}", 3))
                .isEmpty();
        assertThat(of(UNSCHEDULABLE, 5)).isEmpty();
    }

    @Test
    void a_pod_without_a_node_is_told_after_a_while() {
        assertThat(of(UNSCHEDULABLE, 25))
                .containsExactly("No node takes the pod server-http1-0-x: 0/1 nodes are available: 1 Insufficient cpu; free"
                        + " some CPU, ask for less with --cpu, or run fewer variants at once.");
    }

    @Test
    void a_container_that_ended_badly_says_how() {
        assertThat(of(
                "{'phase':'Failed','containerStatuses':[{'name':'load-generator','state':{'terminated':{'exitCode':137,'reason':'OOMKilled'}}}]}",
                1)).containsExactly("The pod server-http1-0-x failed: load-generator ended with 137 (OOMKilled).");
    }

    @Test
    void an_evicted_pod_says_why() {
        assertThat(of("{'phase':'Failed','reason':'Evicted','message':'The node was low on resource: memory.'}", 1)).singleElement()
                .asString()
                .contains("Evicted: The node was low on resource: memory");
    }

    @Test
    void a_job_that_ran_out_of_time_says_so() {
        Node job = json(
                "{'status':{'conditions':[{'type':'Failed','status':'True','reason':'DeadlineExceeded','message':'Job was active longer'}]}}");
        assertThat(Causes.of(new Causes.Seen("server-http1", job, List.of(), List.of(), 60))).singleElement().asString()
                .startsWith("The Job server-http1 failed: DeadlineExceeded");
    }

    @Test
    void a_namespace_that_does_not_go_says_what_holds_it() {
        Node namespace =
                json("""
                {'metadata':{'name':'meshadvisor-bench-r1-ctl','deletionTimestamp':'2026-11-27T10:00:00Z'},'status':{'conditions':[
                {'type':'NamespaceDeletionDiscoveryFailure','status':'False','message':'All resources successfully discovered'},
                {'type':'NamespaceFinalizersRemaining','status':'True','message':'Some content has finalizers remaining: example.com/hold in 1 instances'}]}}""");
        assertThat(Cleaning.holding(namespace))
                .containsExactly("The namespace meshadvisor-bench-r1-ctl is being removed, and held: Some content has"
                        + " finalizers remaining: example.com/hold in 1 instances.");
        assertThat(Cleaning.holding(json("{'metadata':{'name':'a'},'status':{'conditions':[{'status':'True','message':'x'}]}}"))).isEmpty();
    }

    private static final String UNSCHEDULABLE =
            "{'phase':'Pending','conditions':[{'type':'PodScheduled','status':'False','reason':'Unschedulable',"
                    + "'message':'0/1 nodes are available: 1 Insufficient cpu.'}]}";

    private static List<String> of(String status, int waited) {
        Node pod = json("{'metadata':{'name':'server-http1-0-x'},'status':" + status + "}");
        return Causes.of(new Causes.Seen("server-http1", JOB, List.of(pod), List.of(), waited));
    }
}
