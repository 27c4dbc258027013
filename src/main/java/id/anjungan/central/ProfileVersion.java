package id.anjungan.central;

import com.fasterxml.jackson.core.JsonProcessingException;
import id.anjungan.protocol.Json;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which of two profile documents a city declared later. Versions are compared part by part, numbers as numbers:
/// 2 is before 10, 2026.1 before 2026.2.1. What follows a plus sign names the content and is not compared.
final class ProfileVersion {
    private static final Pattern PART = Pattern.compile("\\d+|[^\\d.\\-_]+");

    private ProfileVersion() {}

    /// Whether one document's version is later than another's. A document without a version is never later.
    static boolean newer(String document, String than) {
        return compare(declared(document), declared(than)) > 0;
    }

    private static String declared(String document) {
        try {
            String version = Json.mapper().readTree(document).path("version").asText();
            int plus = version.indexOf('+');
            return plus < 0 ? version : version.substring(0, plus);
        } catch (JsonProcessingException e) {
            return "";
        }
    }

    static int compare(String a, String b) {
        Matcher x = PART.matcher(a);
        Matcher y = PART.matcher(b);
        while (true) {
            boolean more = x.find();
            boolean other = y.find();
            if (!more || !other) {
                return Boolean.compare(more, other);
            }
            int c = part(x.group(), y.group());
            if (c != 0) {
                return c;
            }
        }
    }

    private static int part(String a, String b) {
        boolean numbers = Character.isDigit(a.charAt(0)) && Character.isDigit(b.charAt(0));
        return numbers ? new java.math.BigInteger(a).compareTo(new java.math.BigInteger(b)) : a.compareTo(b);
    }
}
