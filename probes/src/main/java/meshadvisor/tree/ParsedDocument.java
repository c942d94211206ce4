package meshadvisor.tree;

/**
 * One document of an input: a mapping, or a list of JSON patch operations.
 *
 * @param line 1-based line where the document starts
 * @param index its place among the documents of the input, from 0
 */
public record ParsedDocument(Node root, int line, int index) {}
