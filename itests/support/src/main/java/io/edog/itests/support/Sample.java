package io.edog.itests.support;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Measured values of one thing. Thread-safe. */
public final class Sample {
    private static final double P99 = 0.99;

    private final String what;
    private final String unit;
    private final List<Double> values = Collections.synchronizedList(new ArrayList<>());

    public Sample(String what, String unit) {
        this.what = what;
        this.unit = unit;
    }

    /** Something that may fail. */
    public interface Timed {
        void run() throws Exception;
    }

    public Sample add(double value) {
        values.add(value);
        return this;
    }

    /** Adds how long something takes, in milliseconds. */
    public void time(Timed work) throws Exception {
        long begin = System.nanoTime();
        work.run();
        add((System.nanoTime() - begin) / 1e6);
    }

    public double median() {
        return at(0.5);
    }

    public ObjectNode json() {
        return Rest.JSON
                .createObjectNode()
                .put("what", what)
                .put("unit", unit)
                .put("n", values.size())
                .put("min", at(0))
                .put("median", median())
                .put("p99", at(P99))
                .put("max", at(1));
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%-48s %5d  %9.1f %9.1f %9.1f %9.1f %s",
                what,
                values.size(),
                at(0),
                median(),
                at(P99),
                at(1),
                unit);
    }

    private double at(double share) {
        List<Double> sorted = values.stream().sorted().toList();
        double value = sorted.get((int) Math.round(share * (sorted.size() - 1)));
        return Math.round(value * 100) / 100.0;
    }
}
