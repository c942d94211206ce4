package meshadvisor.files;

import java.util.List;

import meshadvisor.tree.Limits;

/**
 * Which files to read.
 *
 * @param paths files, folders, and {@code -} for standard input, as the user gave them
 * @param include which files of a folder to take, in the language of {@code .gitignore}, relative to the folder; if empty, those that
 * end with .yaml, .yml or .json
 * @param exclude which files and folders to leave out, in the same language
 */
public record FileQuery(List<String> paths, List<String> include, List<String> exclude, Limits limits) {}
