package meshadvisor.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A headless Chromium with one page, steered over its DevTools protocol. */
final class Browser implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final long SECONDS = 60;
    private static final List<String> OPTIONS = List.of("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars",
            "--remote-debugging-port=0",
            "--font-render-hinting=none");

    private final Process process;
    private final Path profile;
    private final WebSocket socket;
    private final BlockingQueue<JsonNode> answers = new LinkedBlockingQueue<>();
    private final List<String> complaints = new ArrayList<>();
    private final List<String> requests = new ArrayList<>();
    private int asked;

    private Browser(Process process, Path profile) throws IOException {
        this.process = process;
        this.profile = profile;
        URI page = page(process, profile.resolve("DevToolsActivePort"));
        this.socket = HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(page, new Listener()).join();
        Stream.of("Page.enable", "Runtime.enable", "Log.enable", "Network.enable", "Audits.enable")
                .forEach(method -> ask(method, Map.of()));
    }

    /** Skips the test where no Chromium is installed. */
    static Browser open(Path profile) {
        var program =
                Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)).map(folder -> Path.of(folder, "chromium"))
                        .filter(Files::isExecutable).findFirst();
        assumeTrue(program.isPresent(),
                "no chromium on the PATH (Debian: apt-get install chromium), so no page was looked at in a browser");
        try {
            List<String> command = new ArrayList<>(List.of(program.get().toString()));
            command.addAll(OPTIONS);
            command.addAll(List.of("--user-data-dir=" + profile, "about:blank"));
            Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(profile.resolve("log").toFile()).start();
            return new Browser(process, profile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address of the only page, as soon as the browser says on which port it listens. */
    private static URI page(Process process, Path port) throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (process.isAlive() && System.nanoTime() < end) {
            List<String> lines = Files.exists(port) ? Files.readAllLines(port) : List.of();
            if (lines.size() > 1) {
                URI list = URI.create("http://127.0.0.1:" + lines.getFirst() + "/json/list");
                try {
                    JsonNode pages =
                            JSON.readTree(HttpClient.newHttpClient().send(HttpRequest.newBuilder(list).build(), BodyHandlers.ofString())
                                    .body());
                    for (JsonNode page : pages) {
                        if (page.path("type").asString().equals("page")) {
                            return URI.create(page.path("webSocketDebuggerUrl").asString());
                        }
                    }
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
            Thread.onSpinWait();
        }
        throw new IllegalStateException("chromium did not start: " + Files.readString(port.resolveSibling("log"), UTF_8));
    }

    /** Shows a file in a window of that width. */
    void show(Path file, int width) {
        ask("Emulation.setDeviceMetricsOverride", Map.of("width", width, "height", 800, "deviceScaleFactor", 1, "mobile", false));
        complaints.clear();
        requests.clear();
        ask("Page.navigate", Map.of("url", file.toUri().toString()));
        script("new Promise(done => { const look = () => document.readyState === 'complete' && location.protocol === 'file:'"
                + " ? done(true) : setTimeout(look, 10); look(); })");
    }

    /** In which colours, and whether on paper. */
    void prefer(String colours, String media) {
        ask("Emulation.setEmulatedMedia",
                Map.of("media", media, "features", List.of(Map.of("name", "prefers-color-scheme", "value", colours))));
    }

    /** What an expression comes to, which may be a promise. */
    JsonNode script(String expression) {
        JsonNode answer = ask("Runtime.evaluate", Map.of("expression", expression, "awaitPromise", true, "returnByValue", true));
        if (answer.has("exceptionDetails")) {
            throw new AssertionError(answer.path("exceptionDetails").toString());
        }
        return answer.path("result").path("value");
    }

    /** Presses a key. */
    void press(String key, int code) {
        ask("Input.dispatchKeyEvent", Map.of("type", "keyDown", "key", key, "code", key, "windowsVirtualKeyCode", code, "text",
                key.equals("Enter") ? "\r" : ""));
        ask("Input.dispatchKeyEvent", Map.of("type", "keyUp", "key", key, "code", key, "windowsVirtualKeyCode", code));
    }

    /** The whole page as a PNG. */
    void picture(Path file) {
        JsonNode size = ask("Page.getLayoutMetrics", Map.of()).path("cssContentSize");
        Map<String, Object> all =
                Map.of("x", 0, "y", 0, "width", size.path("width").asDouble(), "height", size.path("height").asDouble(), "scale", 1);
        save(file, ask("Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true, "clip", all)));
    }

    /** The page as it is printed. */
    void print(Path file) {
        save(file, ask("Page.printToPDF",
                Map.of("paperWidth", 8.27, "paperHeight", 11.69, "printBackground", false, "preferCSSPageSize", true)));
    }

    /** What the browser complained of since the page was shown. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** What the page asked for since it was shown, itself among them. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    private static void save(Path file, JsonNode answer) {
        try {
            Files.write(file, Base64.getDecoder().decode(answer.path("data").asString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode ask(String method, Map<String, Object> parameters) {
        asked++;
        socket.sendText(JSON.writeValueAsString(Map.of("id", asked, "method", method, "params", parameters)), true).join();
        try {
            while (true) {
                JsonNode message = answers.poll(SECONDS, TimeUnit.SECONDS);
                if (message == null) {
                    throw new AssertionError(method + " was not answered within " + SECONDS + " s");
                }
                note(message);
                if (message.path("id").asInt(0) == asked) {
                    if (message.has("error")) {
                        throw new AssertionError(method + ": " + message.path("error"));
                    }
                    return message.path("result");
                }
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void note(JsonNode message) {
        switch (message.path("method").asString("")) {
            case "Log.entryAdded", "Runtime.exceptionThrown", "Runtime.consoleAPICalled", "Audits.issueAdded" -> complaints.add(
                    message.path("params").toString());
            case "Network.requestWillBeSent" -> requests.add(message.path("params").path("request").path("url").asString());
            default -> {
                // answers and events of no account
            }
        }
    }

    @Override
    public void close() {
        socket.abort();
        process.destroy();
        try {
            process.waitFor(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        profile.resolve("SingletonSocket").toFile().delete(); // a link that leads out of the folder
    }

    /** Puts messages together that come in pieces. */
    private final class Listener implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence piece, boolean last) {
            text.append(piece);
            if (last) {
                answers.add(JSON.readTree(text.toString()));
                text.setLength(0);
            }
            return WebSocket.Listener.super.onText(from, piece, last);
        }
    }
}
