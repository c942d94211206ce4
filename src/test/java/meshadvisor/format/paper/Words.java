package meshadvisor.format.paper;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** What somebody reads who copies the words of a file. */
final class Words {

    private Words() {}

    /** Of all its pages. */
    static String of(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    /** Of one page, of which the first has number 1. */
    static String of(byte[] pdf, int page) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return of(document, page);
        }
    }

    static String of(PDDocument pdf, int page) throws IOException {
        PDFTextStripper words = new PDFTextStripper();
        words.setStartPage(page);
        words.setEndPage(page);
        return words.getText(pdf);
    }
}
