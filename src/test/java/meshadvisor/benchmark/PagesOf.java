package meshadvisor.benchmark;

import java.io.File;
import java.io.IOException;
import org.apache.pdfbox.Loader;

/** Prints how many pages a PDF has. */
final class PagesOf {

    private PagesOf() {}

    /** Takes the file. */
    public static void main(String[] args) throws IOException {
        try (var pdf = Loader.loadPDF(new File(args[0]))) {
            System.out.println(pdf.getNumberOfPages());
        }
    }
}
