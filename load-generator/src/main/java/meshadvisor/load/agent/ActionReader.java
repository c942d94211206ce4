package meshadvisor.load.agent;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import meshadvisor.load.agent.Action.Drive;
import meshadvisor.load.agent.Action.Fetch;
import meshadvisor.load.agent.Action.Later;
import meshadvisor.load.agent.Action.Poll;
import meshadvisor.load.agent.Action.Post;
import meshadvisor.load.agent.Action.Refused;
import meshadvisor.load.agent.Action.Rendezvous;
import meshadvisor.load.agent.Action.Request;
import meshadvisor.load.agent.Action.Say;
import meshadvisor.load.agent.Action.Watch;

/** Reads actions from the trees of a script. */
record ActionReader(List<String> mistakes) {

    /** Stands where an action could not be read. */
    static final Action NONE = new Say("");

    private static final String FETCH = "fetch";
    private static final String POST = "post";
    private static final String REFUSED = "refused";
    private static final String POLL = "poll";
    private static final List<String> REQUESTS = List.of(FETCH, POST, REFUSED, POLL);
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)*");
    private static final int LONGEST_NAME = 100;
    private static final double LEAST = 0.001;
    private static final double HOUR = 3_600;
    private static final double DAY = 24 * HOUR;
    private static final double LEAST_EVERY = 0.01;
    private static final int MOST_PARTIES = 10_000;
    private static final List<String> TOLD_ANYWAY = List.of("--run-json", "--hlog");

    Optional<Action> read(Object tree, String at) {
        var found = Fields.of(tree, at, mistakes);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var fields = found.get();
        var does = fields.text("do");
        Optional<Action> action = switch (does) {
            case FETCH, POST, REFUSED, POLL -> Optional.of(request(does, fields));
            case "rendezvous" -> Optional.of(rendezvous(fields));
            case "drive" -> Optional.of(drive(fields));
            case "later" -> later(fields);
            case "watch" -> Optional.of(watch(fields));
            case "say" -> Optional.of(new Say(name(fields)));
            default -> unknown(does, "rendezvous, fetch, refused, post, poll, drive, later, watch and say", fields);
        };
        action.ifPresent(read -> fields.end());
        return action;
    }

    private static Optional<Action> unknown(String does, String known, Fields fields) {
        if (!does.isEmpty()) {
            fields.wrong("do", "\"" + does + "\" is not among " + known);
        }
        return Optional.empty();
    }

    private static Request request(String does, Fields fields) {
        var name = name(fields);
        var url = fields.url("url");
        var within = fields.seconds("withinSeconds", LEAST, HOUR);
        return switch (does) {
            case FETCH -> new Fetch(name, url, within, fields.pattern("keep"));
            case POST -> new Post(name, url, within);
            case POLL ->
                    new Poll(name, url, within, fields.seconds("everySeconds", LEAST_EVERY, DAY), fields.seconds("forSeconds", 0, HOUR));
            default -> new Refused(name, url, within);
        };
    }

    private static Action rendezvous(Fields fields) {
        return new Rendezvous(name(fields), fields.url("url"), fields.seconds("withinSeconds", LEAST, HOUR),
                fields.whole("parties", 1, MOST_PARTIES));
    }

    private static Action drive(Fields fields) {
        var arguments = fields.texts("arguments");
        arguments.stream().filter(each -> TOLD_ANYWAY.contains(each.split("=", 2)[0]))
                .forEach(each -> fields.wrong("arguments", each + " is not for scripts: both files are told as results anyway"));
        return new Drive(name(fields), arguments);
    }

    private static Optional<Action> later(Fields fields) {
        var after = fields.seconds("afterSeconds", 0, DAY);
        return fields.object("action").flatMap(inner -> {
            var does = inner.text("do");
            if (!REQUESTS.contains(does)) {
                return unknown(does, "fetch, post, refused and poll, which can be done later", inner);
            }
            var request = request(does, inner);
            inner.end();
            return Optional.of(new Later(after, request));
        });
    }

    private static Action watch(Fields fields) {
        var root = fields.has("root") ? fields.text("root") : "/";
        return new Watch(name(fields), fields.seconds("everySeconds", LEAST_EVERY, DAY), fields.seconds("forSeconds", 0, DAY),
                Path.of(root));
    }

    private static String name(Fields fields) {
        var name = fields.said("name");
        name.filter(each -> each.length() > LONGEST_NAME || !NAME.matcher(each).matches()).ifPresent(each -> fields.wrong("name",
                "\"" + each + "\" is not made of letters, digits, ., _, - and /, or longer than " + LONGEST_NAME));
        return name.orElse("");
    }
}
