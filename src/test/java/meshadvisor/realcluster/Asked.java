package meshadvisor.realcluster;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A request as the API server's audit log tells it.
 *
 * @param user who asked
 * @param as whom the user spoke for, empty if for no other
 * @param agent the program
 * @param resource such as {@code deployments.apps}, empty for discovery
 */
record Asked(String user, String as, String agent, String verb, String resource, String uri) {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    static Asked of(String line) {
        JsonNode event = MAPPER.readTree(line);
        JsonNode object = event.path("objectRef");
        String group = object.path("apiGroup").asString("");
        return new Asked(event.path("user").path("username").asString(""), event.path("impersonatedUser").path("username").asString(""),
                event.path("userAgent").asString(""), event.path("verb").asString(""),
                object.path("resource").asString("") + (group.isEmpty() ? "" : "." + group), event.path("requestURI").asString(""));
    }

    /** Whether it came from meshadvisor and not, say, from kubectl. */
    boolean byProgram() {
        return agent.startsWith("fabric8-kubernetes-client");
    }

    /** Whether it asked for the rest of a list. */
    boolean continued() {
        return uri.contains("continue=");
    }
}
