package meshadvisor.load.schedule;

/**
 * A part of a schedule, in which the rate goes evenly from one value to another.
 *
 * @param name what its results are called
 * @param from requests per second at its begin, above 0
 * @param to requests per second at its end, above 0
 * @param nanos how long it lasts, above 0
 */
public record Segment(String name, double from, double to, long nanos) {

    private static final double SECOND = 1e9;

    public Segment {
        if (!(from > 0 && to > 0 && nanos > 0)) {
            throw new IllegalArgumentException("a segment needs rates and a length above 0");
        }
    }

    public static Segment steady(String name, double rate, long nanos) {
        return new Segment(name, rate, rate, nanos);
    }

    /** How many requests are expected in all of it: the integral of the rate. */
    public double expected() {
        return (from + to) / 2 * nanos / SECOND;
    }

    /** The time in nanoseconds after its begin at which this many requests are expected: the integral's inverse. */
    double timeOf(double count) {
        if (from == to) {
            return count / from * SECOND;
        }
        double growth = (to - from) / (nanos / SECOND);
        return 2 * count / (from + Math.sqrt(Math.max(0, from * from + 2 * growth * count))) * SECOND;
    }
}
