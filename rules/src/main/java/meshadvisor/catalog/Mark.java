package meshadvisor.catalog;

import java.util.List;

/** One sign by which a mesh is recognised. The field names of the document choose the kind of sign. */
public sealed interface Mark {

    /** What the sign proves. */
    Proof is();

    /** The variant that it proves; empty if it does not tell. */
    String variant();

    /** What a sign proves. */
    enum Proof {
        /** A control plane, or the chart that installs one. */
        CONTROL_PLANE,
        /** A part of the data plane that runs on nodes. */
        NODE_AGENT,
        /** Pods shall get a proxy. */
        INJECTION,
        /** Pods shall take part without a proxy of their own. */
        ENROLMENT,
        /** Pods shall stay out. */
        OPT_OUT,
        /** A proxy in the manifest. */
        PROXY,
        /** A resource that means nothing without the data plane, which is therefore believed to be there. */
        IMPLIED,
        /** A proxy for a namespace or service. */
        WAYPOINT,
        /** Configuration, with or without something that obeys it. */
        CONFIGURATION,
        /** A setting that is left when the mesh is gone. */
        RESIDUE;

        /** Whether it is evidence of a data plane. */
        public boolean dataPlane() {
            return this != OPT_OUT && this != CONFIGURATION && this != RESIDUE && this != WAYPOINT;
        }
    }

    /** Where a label or annotation stands. */
    enum On {
        NAMESPACE, POD, OBJECT
    }

    /** Objects of an API group; of these kinds only, if any are named, and except those. */
    record ResourceMark(String group, List<String> kinds, List<String> except, Proof is, String variant) implements Mark {
        public ResourceMark {
            kinds = Given.list(kinds);
            except = Given.list(except);
            variant = Given.or(variant, "");
        }
    }

    /**
     * A label; with one of these values, if any are given.
     *
     * @param overPods whether on a namespace it wins over what pods say, where it is usually the other way round
     */
    record LabelMark(String label, List<String> values, List<On> on, boolean overPods, Proof is, String variant) implements Mark {
        public LabelMark {
            values = Given.list(values);
            on = Given.list(on);
            variant = Given.or(variant, "");
        }
    }

    /** An annotation; a name that ends with {@code *} stands for all that begin so. */
    record AnnotationMark(String annotation, List<String> values, List<On> on, Proof is, String variant) implements Mark {
        public AnnotationMark {
            values = Given.list(values);
            on = Given.list(on);
            variant = Given.or(variant, "");
        }
    }

    /**
     * A container by its image, the last one or two parts of the repository without tag, or else by its name.
     *
     * @param placeholders images that stand for the one which an injector fills in: such a container only says how its proxy shall differ
     * @param ownVersions whether its versions are not those of the mesh
     */
    record ContainerMark(List<String> containers, List<String> images, List<String> placeholders, boolean ownVersions, Proof is,
            String variant) implements Mark {
        public ContainerMark {
            containers = Given.list(containers);
            images = Given.list(images);
            placeholders = Given.list(placeholders);
            variant = Given.or(variant, "");
        }
    }

    /** A chart that a delivery tool installs; its version is that of the mesh unless it has versions of its own. */
    record ChartMark(String chart, boolean ownVersions, Proof is, String variant) implements Mark {
        public ChartMark {
            variant = Given.or(variant, "");
        }
    }

    /** A webhook that is asked when pods are made, by its name; a pattern in which {@code *} stands for any text. */
    record WebhookMark(String webhook, Proof is, String variant) implements Mark {
        public WebhookMark {
            variant = Given.or(variant, "");
        }
    }

    /** The class of a Gateway. */
    record GatewayClassMark(String gatewayClass, Proof is, String variant) implements Mark {
        public GatewayClassMark {
            variant = Given.or(variant, "");
        }
    }
}
