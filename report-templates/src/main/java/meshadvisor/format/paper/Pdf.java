package meshadvisor.format.paper;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * A page as a PDF that screen readers can read (PDF/UA-1, ISO 14289-1). It asks for nothing outside: whatever address stands in the page, no file
 * is read and no connection is made. The same page gives the same bytes on every day and every machine.
 */
public final class Pdf {

    private static final int BOLD = 700;
    private static final int NORMAL = 400;
    private static final float VERSION = 1.7f;

    private Pdf() {}

    /**
     * Sets a page.
     *
     * @param page what {@link meshadvisor.format.html.Templates#paper} wrote
     */
    public static byte[] of(String page) throws IOException {
        Fonts fonts = Fonts.load();
        Document document = parsed(Spelling.with(fonts).of(page));
        XRLog.setLoggingEnabled(false);
        try (PDDocument pdf = new PDDocument(); PdfBoxRenderer renderer = builder(document, pdf, fonts).buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            RepeatedHeads.silence(pdf);
            date(pdf, document.getDocumentElement().getAttribute("data-day"));
            pdf.setDocumentId(identity(page));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            pdf.save(out);
            return out.toByteArray();
        }
    }

    private static PdfRendererBuilder builder(Document document, PDDocument pdf, Fonts fonts) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePDDocument(pdf);
        builder.usePdfVersion(VERSION);
        builder.usePdfUaAccessibility(true);
        builder.withProducer("meshadvisor");
        builder.withW3cDocument(document, null);
        builder.useExternalResourceAccessControl((uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.useExternalResourceAccessControl((uri, type) -> false, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
        builder.useObjectDrawerFactory(new Pictures(fonts));
        builder.useFont(new PDFontSupplier(fonts.text().in(pdf)), "report", NORMAL, FontStyle.NORMAL, true);
        builder.useFont(new PDFontSupplier(fonts.strong().in(pdf)), "report", BOLD, FontStyle.NORMAL, true);
        builder.useFont(new PDFontSupplier(fonts.code().in(pdf)), "code", NORMAL, FontStyle.NORMAL, true);
        return builder;
    }

    /** The day is that of what is told, not that on which somebody wrote it down; where there is none the file says none. */
    private static void date(PDDocument pdf, String day) {
        pdf.getDocumentInformation().getCOSObject().removeItem(COSName.CREATION_DATE);
        if (!day.isEmpty()) {
            pdf.getDocumentInformation()
                    .setCreationDate(GregorianCalendar.from(LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC)));
        }
    }

    /** Of which PDFBox makes the identifier of the file, else of the clock. */
    private static long identity(String page) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(page.getBytes(StandardCharsets.UTF_8))).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static Document parsed(String page) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(page)));
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("the template of the page is not well-formed", e);
        }
    }
}
