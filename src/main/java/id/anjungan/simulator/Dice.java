package id.anjungan.simulator;

import id.anjungan.domain.Ids;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// Chance that follows from a seed and a name alone: dice of one name always fall the same way, whatever else
/// happens. So any hour of the city can be made without the hours before it. Confined to one thread.
final class Dice {
    private final RandomGenerator random;

    private Dice(RandomGenerator random) {
        this.random = random;
    }

    static Dice of(long seed, String... name) {
        UUID id = Ids.of(Long.toString(seed), String.join("/", name));
        return new Dice(new SplittableRandom(id.getMostSignificantBits() ^ id.getLeastSignificantBits()));
    }

    double unit() {
        return random.nextDouble();
    }

    boolean chance(double p) {
        return random.nextDouble() < p;
    }

    /// A whole number, both ends included.
    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    double gaussian() {
        return random.nextGaussian();
    }

    <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    double lognormal(double median, double sigma) {
        return median * Math.exp(sigma * gaussian());
    }

    /// How many of a thing happen when `mean` are expected (Knuth's product, in steps so that it never underflows).
    int poisson(double mean) {
        int n = 0;
        double left = mean;
        while (left > 0) {
            double limit = Math.exp(-Math.min(left, 30));
            for (double p = unit(); p > limit; p *= unit()) {
                n++;
            }
            left -= 30;
        }
        return n;
    }
}
