package meshadvisor.format.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import meshadvisor.format.Pages;

/** Pages that were set, each once, as that takes a while. */
final class Papers {

    private static final Map<String, byte[]> SET = new ConcurrentHashMap<>();

    private Papers() {}

    /** One of {@link Pages#NAMES}. */
    static byte[] named(String name) {
        return SET.computeIfAbsent(name, wanted -> set(Pages.onPaper(wanted)));
    }

    /** A page, which may be of a test alone. */
    static byte[] set(String page) {
        try {
            return Pdf.of(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A page of a test: what stands in its only section. */
    static String page(String markup) {
        return "<html lang=\"en\" data-day=\"2026-09-17\"><head><meta name=\"subject\" content=\"a test\"/><title>A test</title><style>"
                + "html { font: 9pt report } code { font-family: code } section { display: block }</style></head><body><h1>A test</h1><section>"
                + markup + "</section></body></html>";
    }
}
