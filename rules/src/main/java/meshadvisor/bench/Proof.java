package meshadvisor.bench;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Map;
import meshadvisor.catalog.Given;

/** Something that must be seen, or requests did not take the way that is measured. The catalogue says which apply to a variant. */
@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
@JsonSubTypes({@JsonSubTypes.Type(Proof.Counter.class), @JsonSubTypes.Type(Proof.Refused.class), @JsonSubTypes.Type(Proof.Field.class)})
public sealed interface Proof {

    /** One sentence: what it shows. */
    String shows();

    /**
     * A counter in the Prometheus format that is read before and after each drive.
     *
     * @param counter its name
     * @param labels regular expressions that labels of a series must match in full; all series that match are added
     * @param at whose counter it is
     * @param port where it is read
     * @param path of the page
     * @param by how it must have moved
     * @param protocols for which it must; all if there are none
     */
    record Counter(String counter, Map<String, String> labels, At at, int port, String path, By by, List<Load.Protocol> protocols,
            String shows) implements Proof {
        public Counter {
            Given.needed(counter, "counter");
            labels = Given.map(labels);
            Given.needed(at, "at");
            Given.needed(path, "path");
            Given.needed(by, "by");
            protocols = Given.list(protocols);
            Given.needed(shows, "shows");
        }

        /** Whether it must hold where that protocol is spoken. */
        public boolean holdsFor(Load.Protocol protocol) {
            return protocols.isEmpty() || protocols.contains(protocol);
        }
    }

    /** A plaintext request from a pod that is not enrolled must fail at the server. */
    record Refused(From refused, String shows) implements Proof {
        public Refused {
            Given.needed(refused, "refused");
            Given.needed(shows, "shows");
        }
    }

    /** A field of an object of the cluster must have a value, before and after the run. */
    record Field(Variant.Sign object, String shows) implements Proof {
        public Field {
            Given.needed(object, "object");
            Given.needed(shows, "shows");
        }
    }

    /** Whose counter. */
    enum At {
        /** The pod of the generator. */
        CLIENT,
        /** The pod of the server. */
        SERVER,
        /** The node agents of the variant's bill on the nodes of the two. */
        NODE_AGENT,
        /** A proxy of its own in the namespace, behind the Service {@code proxies} that enrolment makes. */
        PROXY
    }

    /** How a counter must move. */
    enum By {
        /** By the requests that were sent, at least; other traffic of the same pods is little. */
        REQUESTS,
        /** At all. */
        SOMETHING,
        /** Not at all. */
        NOTHING,
        /** It is above nothing afterwards, whenever it moved: what is counted when a connection is made that then lives on. */
        EVER
    }

    /** Who asks in vain. */
    enum From {
        OUTSIDE
    }
}
