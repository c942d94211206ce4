package meshadvisor.catalog;

import java.util.ArrayList;
import java.util.List;

/**
 * What a redacted snapshot may say in plain words.
 *
 * @param documents whose texts are known words, too; {@code *} stands for any folder
 * @param proseKeys under which these documents speak to people
 * @param words known in any place, in lower case
 * @param sentenceWords known in sentences of this program only
 * @param pathFields in which path words are known
 * @param pathWords that tell what a request does
 * @param numberWords of which one stands in the name of a field whose text is a number by nature
 */
public record Redacting(List<String> documents, List<String> proseKeys, List<String> words, List<String> sentenceWords,
        List<String> pathFields,
        List<String> pathWords, List<String> numberWords) {

    @SuppressWarnings("ConstantValue") // binding gives null for a field that is left out
    public Redacting {
        documents = Given.list(documents);
        proseKeys = Given.list(proseKeys);
        words = Given.list(words);
        sentenceWords = Given.list(sentenceWords);
        pathFields = Given.list(pathFields);
        pathWords = Given.list(pathWords);
        numberWords = Given.list(numberWords);
    }

    /** That of the library. */
    public static Redacting of(Library library) {
        return library.read("redaction.yaml", Redacting.class);
    }

    /** Texts and patterns by which objects are recognised: their words must stay. */
    public List<String> marks(Library library) {
        List<String> texts = new ArrayList<>();
        for (String document : documents) {
            int star = document.indexOf('*');
            List<String> paths = star < 0 ? List.of(document) : library.paths(document.substring(0, star), document.substring(star + 1));
            paths.forEach(path -> texts.addAll(library.texts(path, proseKeys)));
        }
        return List.copyOf(texts);
    }
}
