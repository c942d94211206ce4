package meshadvisor.kubeconfig;

/**
 * What is wrong, or worth a warning, on the way to the cluster. Holds no secret, and no control characters of the input.
 *
 * @param where file, line and column, a flag, or a variable
 * @param sentence what happened
 * @param remedy what to do
 */
public record Remark(String where, String sentence, String remedy) {

    @Override
    public String toString() {
        return where + ": " + sentence + " " + remedy;
    }
}
