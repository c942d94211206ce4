package meshadvisor.load.agent;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import meshadvisor.load.agent.Action.Fetch;
import meshadvisor.load.agent.Action.Post;
import meshadvisor.load.agent.Action.Request;
import meshadvisor.load.agent.Web.Reply.Answer;
import meshadvisor.load.agent.Web.Reply.None;

/** Asks for pages. */
record Pages(Ending ending) {

    /** The status of the page and those of its lines that are wanted. */
    Map<String, Object> fetch(Fetch fetch) {
        var kept = new Kept(fetch.keep());
        var result = told(fetch, HttpRequest.newBuilder(fetch.url()).GET().build(), BodyHandlers.ofByteArrayConsumer(kept));
        if (!result.containsKey(Frames.ERROR)) {
            result.put("lines", kept.lines());
            if (kept.left() > 0) {
                result.put("linesLeftOut", kept.left());
            }
        }
        return result;
    }

    /** The status. */
    Map<String, Object> post(Post post) {
        return told(post, HttpRequest.newBuilder(post.url()).POST(BodyPublishers.noBody()).build(), BodyHandlers.discarding());
    }

    private Map<String, Object> told(Request asked, HttpRequest request, BodyHandler<Void> body) {
        var result = new LinkedHashMap<String, Object>();
        try (var web = new Web(ending)) {
            switch (web.ask(request, body, asked.within())) {
                case Answer<Void> answer -> result.put("status", answer.status());
                case None<Void> none -> result.put(Frames.ERROR, none.why());
            }
        }
        return result;
    }
}
