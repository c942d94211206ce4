package meshadvisor.kubeconfig;

import java.util.ArrayList;
import java.util.List;

/** What came up while reading: all mistakes are gathered before anything is said. */
final class Remarks {

    private final List<Remark> mistakes = new ArrayList<>();
    private final List<Remark> warnings = new ArrayList<>();

    void mistake(String where, String sentence, String remedy) {
        mistakes.add(new Remark(where, sentence, remedy));
    }

    void mistake(Remark mistake) {
        mistakes.add(mistake);
    }

    void warn(String where, String sentence, String remedy) {
        warnings.add(new Remark(where, sentence, remedy));
    }

    List<Remark> mistakes() {
        return mistakes.stream().distinct().toList();
    }

    List<Remark> warnings() {
        return warnings.stream().distinct().toList();
    }
}
