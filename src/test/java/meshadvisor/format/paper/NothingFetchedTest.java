package meshadvisor.format.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing that a page names is asked for, whatever came into it; and this test would notice. */
class NothingFetchedTest {

    private final Queue<String> asked = new ConcurrentLinkedQueue<>();
    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", request -> {
            asked.add(request.getRequestURI().getPath());
            request.sendResponseHeaders(404, -1);
            request.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** With every way in which a page can name something else. */
    private String page() {
        String page = Papers.page("""
            <link rel="stylesheet" href="%1$s/link.css"/>
            <style>@import url(%1$s/import.css); p { background-image: url(%1$s/background.png) }
            @font-face { font-family: far; src: url(%1$s/font.ttf) } li { list-style-image: url(%1$s/list.png) }</style>
            <p style="background-image: url('%1$s/style.png'); font-family: far">a</p><ul><li>b</li></ul>
            <p><img src="%1$s/image.png" alt="c"/><img src="%1$s/image.svg" alt="d"/><img src="%1$s/page.pdf" alt="e"/></p>
            <object type="image/svg+xml" data="%1$s/object.svg" alt="f"><svg viewBox="0 0 1 1"><image href="%1$s/picture.png"/></svg></object>
            <p><a href="%1$s/embedded.txt" download="x">g</a> <iframe src="%1$s/frame.html"></iframe></p>
            """.formatted(address()));
        return page.replace("</head>", "<link rel=\"stylesheet\" href=\"" + address() + "/head.css\"/><style>@import url(" + address()
                + "/head-import.css);</style></head>");
    }

    @Test
    void no_server_is_asked() throws IOException {
        assertThat(Pdf.of(page())).isNotEmpty();
        assertThat(asked).isEmpty();
    }

    @Test
    void an_address_in_a_text_is_a_text() throws IOException {
        String text = "<img src='%1$s/text.png'> url(%1$s/text.css) file:///etc/hostname ![x](%1$s/text.md)".formatted(address());
        byte[] set = Pdf.of(Papers.page("<p>" + text.replace("<", "&lt;") + "</p>"));
        assertThat(Words.of(set).replaceAll("\\s", "")).contains(text.replace(" ", ""));
        assertThat(asked).isEmpty();
    }

    @Test
    void the_same_page_asks_a_server_where_nobody_forbids_it() throws IOException {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.withHtmlContent(page(), null);
        builder.toStream(new ByteArrayOutputStream());
        builder.run();
        assertThat(asked).contains("/head.css", "/image.png");
    }

    @Test
    void no_file_is_read(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.css"), "h1::after { content: 'SECRET' }");
        URI address = secret.toUri();
        byte[] with = Pdf.of(Papers.page("<p>x</p>").replace("</head>",
                "<link rel=\"stylesheet\" href=\"" + address + "\"/><style>@import url(" + address + ");</style></head>"));
        assertThat(Words.of(with)).doesNotContain("SECRET");
    }

    @Test
    void nothing_of_another_document_comes_in_by_an_entity(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "SECRET");
        String page = "<!DOCTYPE html [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>" + Papers.page("<p>&x;</p>");
        assertThatThrownBy(() -> Pdf.of(page)).isInstanceOf(IllegalStateException.class);
    }
}
