package meshadvisor.format.paper;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdfwriter.ContentStreamWriter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;

/**
 * The heads of a table stand on each of its pages, for the eye. A screen reader would say each of them as often before every cell, so all but
 * the first are made decoration, as the number of the page is.
 */
final class RepeatedHeads {

    private final PDDocument pdf;

    /** By page the numbers of what stands there again. */
    private final Map<COSDictionary, Set<Integer>> again = new LinkedHashMap<>();

    private RepeatedHeads(PDDocument pdf) {
        this.pdf = pdf;
    }

    /** Changes a tagged document. */
    static void silence(PDDocument pdf) throws IOException {
        RepeatedHeads heads = new RepeatedHeads(pdf);
        heads.search(pdf.getDocumentCatalog().getStructureTreeRoot());
        COSArray owners = (COSArray) pdf.getDocumentCatalog().getStructureTreeRoot().getParentTree().getCOSObject()
                .getDictionaryObject(COSName.NUMS);
        for (PDPage page : pdf.getPages()) {
            Set<Integer> numbers = heads.again.getOrDefault(page.getCOSObject(), Set.of());
            if (!numbers.isEmpty()) {
                disown(owners, page, numbers);
                heads.decorate(page, numbers);
            }
        }
    }

    private void search(PDStructureNode node) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element && element.getStructureType().equals("THead")) {
                keepFirst(element);
            } else if (kid instanceof PDStructureElement element) {
                search(element);
            }
        }
    }

    /** What stands on another page than the element is there again. */
    private void keepFirst(PDStructureElement element) {
        if (element.getCOSObject().getDictionaryObject(COSName.K) instanceof COSArray kids) {
            for (int i = kids.size() - 1; i >= 0; i--) {
                if (kids.getObject(i) instanceof COSDictionary kid && kid.containsKey(COSName.MCID)
                        && kid.getDictionaryObject(COSName.PG) instanceof COSDictionary page) {
                    again.computeIfAbsent(page, any -> new TreeSet<>()).add(kid.getInt(COSName.MCID));
                    kids.remove(i);
                }
            }
        }
        element.getKids().stream().filter(PDStructureElement.class::isInstance).map(PDStructureElement.class::cast)
                .forEach(this::keepFirst);
    }

    private static void disown(COSArray owners, PDPage page, Set<Integer> numbers) {
        for (int i = 0; i + 1 < owners.size(); i += 2) {
            if (owners.getInt(i) == page.getStructParents() && owners.getObject(i + 1) instanceof COSArray ofPage) {
                numbers.forEach(number -> ofPage.set(number, COSNull.NULL));
            }
        }
    }

    private void decorate(PDPage page, Set<Integer> numbers) throws IOException {
        List<Object> tokens = new PDFStreamParser(page).parse();
        for (int i = 2; i < tokens.size(); i++) {
            if (tokens.get(i) instanceof Operator operator && operator.getName().equals("BDC")
                    && number(page, tokens.get(i - 1)).filter(numbers::contains).isPresent()) {
                COSDictionary decoration = new COSDictionary();
                decoration.setItem(COSName.TYPE, COSName.getPDFName("Pagination"));
                tokens.set(i - 2, COSName.ARTIFACT);
                tokens.set(i - 1, decoration);
            }
        }
        PDStream content = new PDStream(pdf);
        try (OutputStream out = content.createOutputStream(COSName.FLATE_DECODE)) {
            new ContentStreamWriter(out).writeTokens(tokens);
        }
        page.setContents(content);
    }

    private static Optional<Integer> number(PDPage page, Object properties) {
        COSBase found = properties instanceof COSName name ? page.getResources().getProperties(name).getCOSObject() : (COSBase) properties;
        return found instanceof COSDictionary dictionary && dictionary.containsKey(COSName.MCID)
                ? Optional.of(dictionary.getInt(COSName.MCID)) : Optional.empty();
    }
}
