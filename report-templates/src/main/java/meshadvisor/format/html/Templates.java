package meshadvisor.format.html;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Shows a page. The templates are ours alone and put texts in by {@code th:text} and attributes only, which escape; nothing of the input is
 * ever read as a template. The page may load nothing, run nothing and be styled by its own style sheet only.
 */
public final class Templates {

    private static final String FOLDER = "meshadvisor/format/html/";

    private final TemplateEngine engine = new TemplateEngine();

    private Templates() {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(Templates.class.getClassLoader());
        resolver.setPrefix(FOLDER);
        resolver.setSuffix(".html");
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
        engine.setTemplateResolver(resolver);
    }

    /** Writes a page and flushes; closing is the caller's. */
    public static void write(Page page, Writer out) throws IOException {
        String style = style("page.css");
        new Templates().process("page", Map.of("page", page, "style", style, "policy", policy(style)), out);
    }

    /**
     * Writes the same page as it is set on paper, well-formed as XML, and flushes; closing is the caller's.
     *
     * @param day it is of, empty if it has none
     */
    public static void paper(Page page, String day, Writer out) throws IOException {
        new Templates().process("paper", Map.of("page", page, "style", style("paper.css"), "day", day, "columns", new Columns(), "flow",
                new PaperFlow(page.language())), out);
    }

    private void process(String template, Map<String, Object> parts, Writer out) throws IOException {
        engine.process(template, new Context(Locale.ROOT, parts), out);
        out.flush();
    }

    private static String style(String sheet) {
        try (var css = Optional.ofNullable(Templates.class.getClassLoader().getResourceAsStream(FOLDER + sheet)).orElseThrow()) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the page may do, for a browser that reads it. */
    static String policy(String style) {
        return "default-src 'none'; style-src 'sha256-" + digest(style) + "'; base-uri 'none'; form-action 'none'";
    }

    private static String digest(String text) {
        try {
            return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
