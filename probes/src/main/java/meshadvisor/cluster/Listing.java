package meshadvisor.cluster;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import meshadvisor.cluster.ApiFailure.Kind;
import meshadvisor.tree.JsonObject;
import meshadvisor.tree.JsonReader;
import meshadvisor.tree.Node;
import meshadvisor.tree.Pruning;

/**
 * Reads one list in pages. A page that cannot be read is asked for again in smaller parts, until the object that spoils it stands alone and is left out.
 * When the place in the list is too old (410), the list goes on where the server says, or begins again; what was seen already is not taken twice.
 */
final class Listing {

    /** Objects of a page: what kubectl asks for, too. */
    static final int PAGE = 500;

    private static final int MOST_RESTARTS = 3;

    private final Api api;
    private final String path;
    private final String accept;
    private final Pruning pruning;
    private final Set<String> seen = new HashSet<>();
    private final Set<String> leftOut = new LinkedHashSet<>();
    private int restarts;
    private int searched; // objects of a page that was spoiled, not yet read again in smaller parts

    Listing(Api api, String path, String accept, Pruning pruning) {
        this.api = api;
        this.path = path;
        this.accept = accept;
        this.pruning = pruning;
    }

    /** Objects that could not be read, as far as they have names. */
    Set<String> leftOut() {
        return leftOut;
    }

    /** How many objects were taken. */
    int count() {
        return seen.size();
    }

    /** Where the list goes on, and with how many objects a page. */
    private record Step(Optional<String> token, int limit) {}

    /**
     * Reads all pages.
     *
     * @throws ApiFailure what ended it; what was read until then has been taken
     */
    void read(Taker taker) throws ApiFailure {
        Step step = new Step(Optional.of(""), PAGE);
        while (step.token.isPresent()) {
            Page page = new Page(taker);
            Optional<ApiFailure> failure = ask(page, step.token.get(), step.limit);
            step = failure.isPresent() ? after(failure.get(), step, page) : after(step, page);
        }
    }

    private Step after(Step step, Page page) throws ApiFailure {
        if (page.next().isPresent() && page.next().equals(step.token)) {
            throw new ApiFailure(Kind.BROKEN, "the list does not end: it goes on where it was");
        }
        return next(page, step.limit);
    }

    /** In small parts until the whole page that was spoiled has been read. */
    private Step next(Page page, int read) {
        searched = Math.max(0, searched - read);
        return new Step(page.next(), searched > 0 ? read : PAGE);
    }

    private Optional<ApiFailure> ask(Page page, String token, int limit) {
        try {
            api.get(query(token, limit), accept, body -> {
                page.begin();
                JsonReader.list(body, pruning, page);
                return page;
            });
            return Optional.empty();
        } catch (ApiFailure failure) {
            return Optional.of(failure);
        }
    }

    private Step after(ApiFailure failure, Step step, Page page) throws ApiFailure {
        if (failure.kind() == Kind.GONE && restarts++ < MOST_RESTARTS) {
            return new Step(Optional.of(failure.continueToken()), step.limit);
        }
        if (failure.kind() != Kind.BROKEN || step.limit == 1 && !page.headed) {
            throw failure;
        }
        if (step.limit > 1) {
            searched = step.limit;
            return new Step(step.token, Math.max(1, step.limit / 8));
        }
        leftOut.add("one object, because " + failure.what());
        searched = 0;
        return next(page, step.limit);
    }

    private String query(String token, int limit) {
        return path + "?limit=" + limit + (token.isEmpty() ? "" : "&continue=" + URLEncoder.encode(token, StandardCharsets.UTF_8));
    }

    /** What one answer held. */
    private final class Page implements JsonReader.Items {

        private final Taker taker;
        private boolean headed;
        private String next = "";

        Page(Taker taker) {
            this.taker = taker;
        }

        /** Where the list goes on; empty if this was its end. */
        Optional<String> next() {
            return Optional.of(next).filter(token -> !token.isEmpty());
        }

        void begin() {
            headed = false;
            next = "";
        }

        @Override
        public void field(String name, JsonObject value) {
            if (name.equals("metadata")) {
                headed = true;
                next = value.root().get("continue").text();
            }
        }

        @Override
        public void item(JsonObject item) {
            Node metadata = item.root().get("metadata");
            if (seen.add(metadata.get("namespace").text() + "/" + metadata.get("name").text())) {
                taker.take(item); // at once, so that nothing that was seen is lost when the answer breaks off
            }
        }

        @Override
        public void tooBig(JsonObject beginning) {
            Node metadata = beginning.root().get("metadata");
            leftOut.add(metadata.get("namespace").text() + "/" + metadata.get("name").text() + " has too many values");
        }
    }
}
