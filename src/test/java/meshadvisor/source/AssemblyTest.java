package meshadvisor.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import meshadvisor.catalog.Language;
import meshadvisor.model.Code.Program;
import meshadvisor.source.Declared.Need;
import meshadvisor.support.Knowledge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How much work it is to make programs of many files: counted in steps, for time says more of the machine. */
class AssemblyTest {

    private static final Kinds.OfLanguage POM = new Kinds(Language.all(Knowledge.LIBRARY)).builds("pom.xml").getFirst();
    private static final int FEW = 500;
    private static final int TIMES = 8;

    /** A repository of so many modules. */
    record Shape(String name, IntFunction<List<Piece>> modules) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Shape> shapes() {
        return Stream.of(
                new Shape("each needs a common one", n -> pieces(n, i -> module("m" + i, "m" + i, "shop:m0"))),
                new Shape("each needs the next", n -> pieces(n, i -> module("m" + i, "m" + i, "shop:m" + (i + 1)))),
                new Shape("all have the same name and need it", n -> pieces(n, i -> module("m" + i, "same", "shop:same"))),
                new Shape("one of them, above all, needs all",
                        n -> Stream.concat(
                                Stream.of(module("", "parent", IntStream.range(0, n).mapToObj(i -> "shop:m" + i).toArray(String[]::new))),
                                pieces(n, i -> module("m" + i, "m" + i)).stream()).toList()),
                new Shape("each needs libraries that nobody knows",
                        n -> pieces(n,
                                i -> module("m" + i, "m" + i, IntStream.range(0, 40).mapToObj(k -> "x:y" + k).toArray(String[]::new)))),
                new Shape("ten folders in one another",
                        n -> pieces(n, i -> module("m" + i + "/a".repeat(9), "m" + i, "shop:m" + (i / 2)))));
    }

    private static List<Piece> pieces(int number, IntFunction<Piece> piece) {
        return IntStream.range(0, number).mapToObj(piece).toList();
    }

    private static Piece module(String folder, String name, String... needs) {
        List<Need> all = new ArrayList<>();
        for (String need : needs) {
            all.add(new Need(need, all.size() + 1, ""));
        }
        String path = "/shop/" + folder + (folder.isEmpty() ? "" : "/") + "pom.xml";
        return new Piece(path, List.of(), List.of(new Piece.Built(POM, new Declared(name, all))), List.of(), false, List.of(), false);
    }

    private static Assembly of(List<Piece> pieces) {
        return new Assembly(new Sources.Root("", "/shop"), pieces, new Sought(Set.of(), Set.of()));
    }

    private static double steps(List<Piece> pieces) {
        Assembly assembly = of(pieces);
        assertThat(assembly.programs()).hasSize(pieces.size());
        return assembly.steps();
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void work_grows_as_the_repository_does(Shape shape) {
        double few = steps(shape.modules().apply(FEW));
        double many = steps(shape.modules().apply(FEW * TIMES));
        assertThat(few).isGreaterThan(FEW);
        assertThat(Math.log(many / few) / Math.log(TIMES)).as("slope of steps in modules").isLessThanOrEqualTo(1.05);
    }

    @Test
    void a_chain_of_libraries_is_followed_two_hundred_deep_and_what_goes_deeper_is_known_in_part() {
        List<Program> programs = of(pieces(300, i -> module("m" + i, "m" + i, "shop:m" + (i + 1)))).programs();
        assertThat(programs.stream().filter(Program::partly).count()).isEqualTo(100);
    }

    @Test
    void a_module_brings_what_it_declares_to_those_that_need_it() {
        List<Program> programs = of(List.of(module("common", "common", "io.github.resilience4j:resilience4j-retry"),
                module("cart", "cart", "shop:common"), module("other", "other", "shop:uncommon"))).programs();
        assertThat(programs).extracting(p -> p.folder() + " " + p.libraries().size())
                .containsExactly("/shop/cart 1", "/shop/common 1", "/shop/other 0");
    }
}
