package id.anjungan.kit;

/// How a line behaves now. Chances are of one request; `slowMs` is the longest delay of a request and of each piece of
/// an answer; `bytesPerSecond` 0 means no limit. `deafBack`: what the server says does not arrive; `deafForth`: what
/// the console says does not. `lies`: something on the way answers in the server's place: 429 with a time to wait, 503,
/// or success with rubbish. `shut`: nobody is connected.
public record Weather(
        double loseAnswer, double twice, double again, double half, double lies, int slowMs, int bytesPerSecond, boolean deafBack,
        boolean deafForth, boolean shut) {
    public static final Weather CLEAR = new Weather(0, 0, 0, 0, 0, 0, 0, false, false, false);
    public static final Weather SHUT = new Weather(0, 0, 0, 0, 0, 0, 0, false, false, true);
    /// Everything at once, often.
    public static final Weather STORM = new Weather(0.2, 0.25, 0.25, 0.15, 0.1, 15, 0, false, false, false);

    public static Weather losingAnswers(double chance) {
        return new Weather(chance, 0, 0, 0, 0, 0, 0, false, false, false);
    }

    public static Weather doubling(double chance) {
        return new Weather(0, chance, chance, 0, 0, 0, 0, false, false, false);
    }

    public static Weather halving(double chance) {
        return new Weather(0, 0, 0, chance, 0, 0, 0, false, false, false);
    }

    public static Weather lying(double chance) {
        return new Weather(0, 0, 0, 0, chance, 0, 0, false, false, false);
    }

    public static Weather slow(int ms, int bytesPerSecond) {
        return new Weather(0, 0, 0, 0, 0, ms, bytesPerSecond, false, false, false);
    }

    public static Weather deaf(boolean back, boolean forth) {
        return new Weather(0, 0, 0, 0, 0, 0, 0, back, forth, false);
    }
}
