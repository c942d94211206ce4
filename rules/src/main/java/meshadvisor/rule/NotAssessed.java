package meshadvisor.rule;

import java.util.List;
import meshadvisor.model.Gap;

/**
 * Subjects for which a rule could not tell.
 *
 * @param subjects how many
 * @param gaps what would settle them, each once
 */
public record NotAssessed(String code, String rule, int subjects, List<Gap> gaps) {

    public NotAssessed {
        gaps = List.copyOf(gaps);
    }
}
