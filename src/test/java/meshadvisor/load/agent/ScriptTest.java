package meshadvisor.load.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scripts: strict, and every mistake with its place. */
class ScriptTest {

    private static String script(String actions) {
        return "{\"apiVersion\":\"meshadvisor/v1\",\"kind\":\"AgentScript\",\"actions\":[" + actions.replace('\'', '"') + "]}";
    }

    @Test
    void every_action_is_read() throws ScriptRefused {
        var read = Script.read(script("""
                {'do':'rendezvous','name':'all','url':'http://meet:8080/','parties':4,'withinSeconds':60},
                {'do':'fetch','name':'before','url':'http://localhost:15020/stats/prometheus','keep':'^envoy_','withinSeconds':0.5},
                {'do':'refused','name':'plain','url':'http://server:8080','withinSeconds':5},
                {'do':'later','afterSeconds':2.5,'action':{'do':'post','name':'quit','url':'http://localhost:15020/quitquitquit','withinSeconds':5}},
                {'do':'drive','name':'cell-1','arguments':['--rate','100','http://server:8080/']},
                {'do':'watch','name':'node','everySeconds':1,'forSeconds':10,'root':'/host'},
                {'do':'say','name':'clock'}"""));
        assertThat(read.actions()).extracting(Action::name).containsExactly("all", "before", "plain", "quit", "cell-1", "node", "clock");
    }

    @Test
    void all_mistakes_are_told_at_once_each_with_its_place() {
        var refused = catchThrowableOfType(ScriptRefused.class, () -> Script.read("""
                {"apiVersion":"meshadvisor/v2","kind":"Script","extra":1,"actions":[
                  {"do":"dance"}, 7, {"name":"x"}, {"do":"say","name":"a b","loud":true},
                  {"do":"fetch","name":"f","url":"ftp://a","keep":"(","withinSeconds":0},
                  {"do":"later","afterSeconds":-1,"action":{"do":"say","name":"s"}},
                  {"do":"watch","name":"w","everySeconds":0,"forSeconds":"long"},
                  {"do":"rendezvous","name":"r","url":"http://m/","parties":0,"withinSeconds":1},
                  {"do":"drive","name":"d","arguments":["--hlog=x","--run-json",3]},
                  {"do":"drive","name":"d"}]}"""));
        assertThat(refused.mistakes()).containsExactlyInAnyOrder(
                "apiVersion: \"meshadvisor/v2\" is not known to this program, which reads meshadvisor/v1",
                "kind: \"Script\" is not known to this program, which reads AgentScript",
                "extra: is not known here; known are actions, apiVersion, kind",
                "actions[0].do: \"dance\" is not among rendezvous, fetch, refused, post, poll, drive, later, watch and say",
                "actions[1]: is not an object",
                "actions[2].do: is missing",
                "actions[3].name: \"a b\" is not made of letters, digits, ., _, - and /, or longer than 100",
                "actions[3].loud: is not known here; known are do, name",
                "actions[4].url: \"ftp://a\" is not like http://host:8080/path",
                "actions[4].keep: is not a regular expression: Unclosed group",
                "actions[4].withinSeconds: 0.0 is not from 0.001 to 3600.0 seconds",
                "actions[5].afterSeconds: -1.0 is not from 0.0 to 86400.0 seconds",
                "actions[5].action.do: \"say\" is not among fetch, post, refused and poll, which can be done later",
                "actions[6].everySeconds: 0.0 is not from 0.01 to 86400.0 seconds",
                "actions[6].forSeconds: is not a number of seconds",
                "actions[7].parties: 0 is not from 1 to 10000",
                "actions[8].arguments: --hlog=x is not for scripts: both files are told as results anyway",
                "actions[8].arguments: --run-json is not for scripts: both files are told as results anyway",
                "actions[8].arguments: is not a list of texts only",
                "actions[9].arguments: is missing",
                "the name \"d\" is given more than once");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {'do':'say','name':'w-0002'},{'do':'watch','name':'w','everySeconds':1,'forSeconds':1} | the name "w-0002" is that of a sample of "w"
            {'do':'say','name':'d/run'},{'do':'drive','name':'d','arguments':[]}                   | the name "d/run" is among the results of "d"
            {'do':'later','afterSeconds':1,'action':{'do':'post','name':'p','url':'http://a','withinSeconds':1}} | actions[0]: no drive comes after it, so it would never begin
            {'do':'say'}                     | actions[0].name: is missing
            {'do':'say','name':''}           | actions[0].name: "" is not made of letters, digits, ., _, - and /, or longer than 100
            {'do':'say','name':'..'}         | actions[0].name: ".." is not made of letters, digits, ., _, - and /, or longer than 100
            {'do':'say','name':'a/../b'}     | actions[0].name: "a/../b" is not made of letters, digits, ., _, - and /, or longer than 100
            {'do':'post','name':'p','url':'http://a:70000/','withinSeconds':1} | actions[0].url: "http://a:70000/" is not like http://host:8080/path
            {'do':'post','name':'p','url':'','withinSeconds':1} | actions[0].url: "" is not like http://host:8080/path
            """)
    void a_mistake_is_a_sentence(String actions, String sentence) {
        var refused = catchThrowableOfType(ScriptRefused.class, () -> Script.read(script(actions)));
        assertThat(refused.mistakes()).containsExactly(sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {            | is no JSON
            []           | the script: is not an object
            {} x         | is no JSON
            {"kind":"AgentScript","kind":"AgentScript"} | is no JSON
            """)
    void what_is_no_script_is_refused(String text, String sentence) {
        var refused = catchThrowableOfType(ScriptRefused.class, () -> Script.read(text));
        assertThat(refused.mistakes()).anyMatch(mistake -> mistake.startsWith(sentence));
    }
}
