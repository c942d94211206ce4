package meshadvisor.dialect;

/** Understands the resources of some API groups and turns them into vendor-free facts. */
public interface Dialect {

    /** Whether objects of that API group are for this dialect. */
    boolean reads(String group);

    /** Adds what the object says to the facts. Fields that are absent or of another type are taken as not given. */
    void read(Item item, Facts facts);
}
