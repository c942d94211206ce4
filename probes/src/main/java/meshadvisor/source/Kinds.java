package meshadvisor.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import meshadvisor.catalog.BuildFile;
import meshadvisor.catalog.Language;

/** What a file is, by its name. */
final class Kinds {

    private static final List<String> RECIPES = List.of("Dockerfile", "Dockerfile.*", "*.Dockerfile", "*.dockerfile", "Containerfile");
    private static final List<String> COMPOSITIONS = List.of("skaffold.yaml", "skaffold.yml", "docker-compose*.yml", "docker-compose*.yaml",
            "compose*.yml", "compose*.yaml", "Tiltfile");
    private static final List<Pattern> RECIPE = RECIPES.stream().map(Kinds::glob).toList();
    private static final List<Pattern> COMPOSITION = COMPOSITIONS.stream().map(Kinds::glob).toList();

    private record Named(Pattern name, Language language) {}

    private record Build(Pattern name, OfLanguage of) {}

    /** A kind of build file, and whose it is. */
    record OfLanguage(Language language, BuildFile build) {}

    private final Map<String, Language> byEnding = new HashMap<>();
    private final List<Named> others = new ArrayList<>();
    private final List<Build> builds = new ArrayList<>();
    private final Set<String> include = new LinkedHashSet<>();
    private final Set<String> exclude = new LinkedHashSet<>();

    Kinds(List<Language> languages) {
        include.addAll(RECIPES);
        include.addAll(COMPOSITIONS);
        for (Language language : languages) {
            language.files().forEach(f -> add(f, language));
            language.builds().forEach(b -> b.files().forEach(f -> {
                builds.add(new Build(glob(f), new OfLanguage(language, b)));
                include.add(f);
            }));
            include.addAll(language.files());
            exclude.addAll(language.leaveOut());
        }
    }

    private void add(String file, Language language) {
        if (file.startsWith("*.") && file.indexOf('*', 1) < 0 && file.indexOf('.', 2) < 0) {
            byEnding.put(file.substring(1), language);
        } else {
            others.add(new Named(glob(file), language));
        }
    }

    private static Pattern glob(String text) {
        return Pattern.compile(Stream.of(text.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining("[^/]*")));
    }

    List<String> include() {
        return List.copyOf(include);
    }

    List<String> exclude() {
        return List.copyOf(exclude);
    }

    /** The language in which it is written. */
    Optional<Language> language(String name) {
        int dot = name.lastIndexOf('.');
        Language known = dot < 0 ? null : byEnding.get(name.substring(dot));
        return known != null ? Optional.of(known)
                : others.stream().filter(n -> n.name.matcher(name).matches()).map(Named::language).findFirst();
    }

    /** The kind of build file that it is; the same file may be one of several languages. */
    List<OfLanguage> builds(String name) {
        return builds.stream().filter(b -> b.name.matcher(name).matches()).map(Build::of).toList();
    }

    /** Whether an image is built with it. */
    static boolean isRecipe(String name) {
        return RECIPE.stream().anyMatch(p -> p.matcher(name).matches());
    }

    /** Whether it says which image is built of which folder. */
    static boolean isComposition(String name) {
        return COMPOSITION.stream().anyMatch(p -> p.matcher(name).matches());
    }
}
