package id.anjungan.simulator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// Things drawn in proportion to a weight. Immutable.
final class Weighted<T> {
    private final List<T> things = new ArrayList<>();
    private final double[] upTo;

    Weighted(List<T> from, ToDoubleFunction<T> weight) {
        double[] sums = new double[from.size()];
        double sum = 0;
        for (T t : from) {
            double w = weight.applyAsDouble(t);
            if (w > 0) {
                sum += w;
                sums[things.size()] = sum;
                things.add(t);
            }
        }
        upTo = Arrays.copyOf(sums, things.size());
    }

    boolean isEmpty() {
        return things.isEmpty();
    }

    T draw(Dice dice) {
        double at = dice.unit() * upTo[upTo.length - 1];
        int i = Arrays.binarySearch(upTo, at);
        return things.get(Math.min(i < 0 ? -i - 1 : i + 1, things.size() - 1));
    }
}
