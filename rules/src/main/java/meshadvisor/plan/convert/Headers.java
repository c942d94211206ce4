package meshadvisor.plan.convert;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import meshadvisor.model.Conduct.Share;
import meshadvisor.model.Effect;
import meshadvisor.model.Feature;
import meshadvisor.plan.book.ConversionPattern.How;
import meshadvisor.plan.convert.Remark.Fate;

/** Makes filters of what is done with headers. */
record Headers(Draft draft) {

    /** Names that an HTTPRoute takes. */
    static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+\\-.^_`|~]+");
    private static final int MOST_HEADERS = 16;

    /** Filters of one destination only; none where they cannot be written. */
    List<Object> ofShare(Share share) {
        boolean can = draft.how(Feature.HEADERS_OF_SHARE) == How.FIELD;
        List<Object> filters = new ArrayList<>();
        for (Effect effect : share.effects()) {
            if (effect.feature() == Feature.HEADERS_OF_SHARE) {
                draft.tell(effect);
            } else if (can) {
                filter(effect).ifPresent(filters::add);
            }
        }
        return filters;
    }

    /** A filter of a rule, or of a backend. */
    Optional<Object> filter(Effect effect) {
        boolean request = effect.feature() == Feature.REQUEST_HEADERS;
        Map<String, Object> operations = new LinkedHashMap<>();
        for (String operation : List.of("set", "add")) {
            List<Object> headers = new ArrayList<>();
            effect.said().forEach((name, value) -> {
                if (name.startsWith(operation + ".") && takes(effect, name.substring(operation.length() + 1), value.getFirst())) {
                    headers.add(Tree.of("name", name.substring(operation.length() + 1), "value", value.getFirst()));
                }
            });
            put(effect, operations, operation, headers);
        }
        put(effect, operations, "remove", effect.said().getOrDefault("remove", List.of()).stream().filter(n -> takes(effect, n, "-"))
                .map(n -> (Object) n).toList());
        return operations.isEmpty() ? Optional.empty()
                : Optional.of(request ? Tree.of("type", "RequestHeaderModifier", "requestHeaderModifier", operations)
                        : Tree.of("type", "ResponseHeaderModifier", "responseHeaderModifier", operations));
    }

    private void put(Effect effect, Map<String, Object> operations, String operation, List<Object> headers) {
        if (headers.size() > MOST_HEADERS) {
            draft.tell(Fate.LOST, effect.field(), effect.place(),
                    "An HTTPRoute changes " + MOST_HEADERS + " headers at the most; the others are not in it.");
        }
        if (!headers.isEmpty()) {
            operations.put(operation, List.copyOf(headers.subList(0, Math.min(MOST_HEADERS, headers.size()))));
        }
    }

    private boolean takes(Effect effect, String name, String value) {
        boolean takes = NAME.matcher(name).matches() && !name.equalsIgnoreCase("host") && !value.isEmpty() && value.indexOf('%') < 0;
        if (!takes) {
            draft.tell(Fate.LOST, effect.field(), effect.place(), "The header \"" + name
                    + "\" is not in the route: it takes plain names other than Host, and plain values without variables (%...%).");
        }
        return takes;
    }
}
