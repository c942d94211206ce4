package meshadvisor.load.record;

/** What could not be seen, and why. Stands in the place of a value, which is absent then: never null, never 0. */
public record Gap(String what, String why) {}
