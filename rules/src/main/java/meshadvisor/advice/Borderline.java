package meshadvisor.advice;

/**
 * A number lies within a quarter of the threshold that decided.
 *
 * @param id of the threshold
 * @param other the answer on the other side
 */
public record Borderline(String id, double threshold, double count, AnswerCode other) {}
