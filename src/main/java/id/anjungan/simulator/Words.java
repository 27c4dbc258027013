package id.anjungan.simulator;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Makes what a citizen writes: a template with its blanks filled, as long as people write, with their slips.
/// Every personal value is plainly invented. Thread-safe.
final class Words {
    private static final Pattern BLANK = Pattern.compile("\\{(\\w+)}");
    private static final int LONGEST = 4_000;
    private static final List<String> NOTHING = List.of("");

    private final City city;
    private final Templates templates;
    private final Model.Text figures;
    private final List<String> streets;
    private final List<String> landmarks;
    private final Map<String, List<Templates.Line>> byCategory = new ConcurrentHashMap<>();

    Words(City city, Templates templates, Model model) {
        this.city = city;
        this.templates = templates;
        this.figures = model.text();
        this.streets = templates.streetsOf(city.code());
        this.landmarks = templates.landmarksOf(city);
    }

    /// Who speaks and where: the same for all lines of one person.
    record Speaker(String name, String phone, String nik, String street, int number, City.Village village, int rt, int rw) {
        /// The same person, who names this street.
        Speaker on(String other) {
            return new Speaker(name, phone, nik, other, number, village, rt, rw);
        }

        String address() {
            return "Jl. " + street + " No. " + number + " RT " + rt + "/RW " + rw + ", " + village.name() + ", "
                    + village.districtName();
        }
    }

    Speaker speaker(City.Village village, Dice dice) {
        String name = dice.pick(templates.names()) + " " + dice.pick(templates.surnames());
        String phone = "0812-0000-%04d".formatted(dice.between(0, 9999));
        return new Speaker(
                name, phone, nik(village), dice.pick(streets), dice.between(1, 180), village, dice.between(1, 12),
                dice.between(1, 14));
    }

    /// Six digits of the area, then a day 99 and a serial number: sixteen digits nobody can have.
    private static String nik(City.Village village) {
        String digits = (village.code().replaceAll("\\D", "") + "000000").substring(0, 6);
        return digits + "9901990001";
    }

    /// A written report, as long as reports are.
    String report(City.Category category, Speaker who, Dice dice) {
        Templates.Line line = dice.pick(lines(category));
        int wanted = (int) Math.min(LONGEST, dice.lognormal(figures.medianChars(), figures.sigma()));
        return slips(decorated(fill(line.t(), category, who, dice), line.g(), category, who, wanted, dice), dice);
    }

    /// A call taken down or the first line of a chat: the point and nothing else.
    String shortReport(City.Category category, Speaker who, Dice dice) {
        return slips(fill(dice.pick(lines(category)).t(), category, who, dice), dice);
    }

    String say(List<String> lines, Speaker who, Dice dice) {
        return fill(dice.pick(lines), city.categories().getFirst(), who, dice);
    }

    Templates templates() {
        return templates;
    }

    private List<Templates.Line> lines(City.Category category) {
        return byCategory.computeIfAbsent(category.code(), c -> templates.about(city.code(), c));
    }

    private String decorated(String core, String style, City.Category category, Speaker who, int wanted, Dice dice) {
        StringBuilder text = new StringBuilder(core);
        if (text.length() + 20 < wanted) {
            text.insert(0, fill(dice.pick(templates.before().getOrDefault(style, NOTHING)), category, who, dice) + " ");
        }
        List<String> more = templates.after().getOrDefault(style, NOTHING);
        int from = dice.between(0, more.size() - 1);
        for (int i = 0; text.length() + 15 < wanted; i++) {
            String next = fill(more.get((from + i) % more.size()), category, who, dice);
            text.append(ends(text) ? " " : style.equals("f") ? ". " : ", ").append(next);
        }
        return text.toString();
    }

    private static boolean ends(CharSequence text) {
        return ".!?".indexOf(text.charAt(text.length() - 1)) >= 0;
    }

    private String fill(String template, City.Category category, Speaker who, Dice dice) {
        Matcher m = BLANK.matcher(template);
        StringBuilder out = new StringBuilder();
        while (m.find()) {
            m.appendReplacement(out, Matcher.quoteReplacement(value(m.group(1), category, who, dice)));
        }
        return m.appendTail(out).toString();
    }

    private String value(String blank, City.Category category, Speaker who, Dice dice) {
        return switch (blank) {
            case "jl" -> who.street();
            case "no" -> Integer.toString(who.number());
            case "gg" -> roman(dice.between(1, 9));
            case "rt" -> "%02d".formatted(who.rt());
            case "rw" -> "%02d".formatted(who.rw());
            case "kel" -> who.village().name();
            case "kec" -> who.village().districtName();
            case "jam" -> "%02d.%02d".formatted(dice.between(0, 23), 5 * dice.between(0, 11));
            case "n" -> Integer.toString(dice.between(2, 9));
            case "patokan" -> dice.pick(landmarks);
            case "nama" -> who.name();
            case "hp" -> who.phone();
            case "nik" -> who.nik();
            case "kategori" -> category.name().toLowerCase(Locale.ROOT);
            default -> throw new IllegalStateException("templates.yaml names an unknown blank {" + blank + "}");
        };
    }

    private static String roman(int n) {
        return List.of("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX").get(n - 1);
    }

    /// Letters that are swapped or held too long, and an emoji at the end; numbers are never touched.
    private String slips(String text, Dice dice) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean small = c >= 'a' && c <= 'z';
            boolean nextSmall = i + 1 < text.length() && Character.isLowerCase(text.charAt(i + 1));
            if (small && nextSmall && dice.chance(figures.typos())) {
                out.append(text.charAt(i + 1)).append(c);
                i++;
            } else {
                out.append(c);
                if (small && dice.chance(figures.doubled())) {
                    out.repeat(c, dice.between(1, 2));
                }
            }
        }
        return dice.chance(figures.emoji()) ? out + " " + dice.pick(templates.emoji()) : out.toString();
    }
}
