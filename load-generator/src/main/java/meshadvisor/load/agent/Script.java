package meshadvisor.load.agent;

import java.util.ArrayList;
import java.util.List;
import meshadvisor.load.agent.Action.Drive;
import meshadvisor.load.agent.Action.Later;
import meshadvisor.load.agent.Action.Watch;
import tools.jackson.core.JacksonException;
import tools.jackson.jr.ob.JSON;

/** What an agent is to do, in this order. */
public record Script(List<Action> actions) {

    private static final String API_VERSION = "meshadvisor/v1";
    private static final String KIND = "AgentScript";

    public Script {
        actions = List.copyOf(actions);
    }

    /**
     * Reads a script.
     *
     * @throws ScriptRefused with all that is wrong with it, each with its place
     */
    public static Script read(String text) throws ScriptRefused {
        var mistakes = new ArrayList<String>();
        var actions = new ArrayList<Action>();
        Fields.of(tree(text), "", mistakes).ifPresent(script -> {
            only(script, "apiVersion", API_VERSION);
            only(script, "kind", KIND);
            var reader = new ActionReader(mistakes);
            for (Object each : script.list("actions")) {
                reader.read(each, "actions[" + actions.size() + "]").ifPresentOrElse(actions::add, () -> actions.add(ActionReader.NONE));
            }
            script.end();
        });
        mistakes.addAll(clashes(actions));
        mistakes.addAll(neverBegun(actions));
        if (!mistakes.isEmpty()) {
            throw new ScriptRefused(mistakes);
        }
        return new Script(actions);
    }

    private static Object tree(String text) throws ScriptRefused {
        try (var parser = JSON.std.createParser(text)) {
            var tree = JSON.std.anyFrom(parser);
            if (parser.nextToken() != null) {
                throw new ScriptRefused(List.of("is no JSON: something follows its end"));
            }
            return tree;
        } catch (JacksonException e) {
            throw new ScriptRefused(List.of("is no JSON: " + e.getOriginalMessage()));
        }
    }

    private static void only(Fields script, String field, String known) {
        var said = script.text(field);
        if (!said.isEmpty() && !said.equals(known)) {
            script.wrong(field, "\"" + said + "\" is not known to this program, which reads " + known);
        }
    }

    /** Results that would have the same name. Those of a watch are its name and a number. */
    private static List<String> clashes(List<Action> actions) {
        var mistakes = new ArrayList<String>();
        var names = actions.stream().filter(each -> !each.name().isEmpty()).map(Action::name).toList();
        names.stream().distinct().filter(name -> names.indexOf(name) != names.lastIndexOf(name))
                .forEach(name -> mistakes.add("the name \"" + name + "\" is given more than once"));
        for (var action : actions) {
            if (action instanceof Watch watch) {
                names.stream().filter(name -> name.matches("\\Q" + watch.name() + "\\E-\\d+"))
                        .forEach(name -> mistakes.add("the name \"" + name + "\" is that of a sample of \"" + watch.name() + "\""));
            }
            if (action instanceof Drive drive) {
                names.stream().filter(name -> name.startsWith(drive.name() + "/"))
                        .forEach(name -> mistakes.add("the name \"" + name + "\" is among the results of \"" + drive.name() + "\""));
            }
        }
        return mistakes;
    }

    private static List<String> neverBegun(List<Action> actions) {
        var mistakes = new ArrayList<String>();
        boolean driven = false;
        for (int i = actions.size() - 1; i >= 0; i--) {
            driven |= actions.get(i) instanceof Drive || actions.get(i).equals(ActionReader.NONE);
            if (actions.get(i) instanceof Later && !driven) {
                mistakes.add("actions[" + i + "]: no drive comes after it, so it would never begin");
            }
        }
        return mistakes;
    }
}
