package id.anjungan.state;

import id.anjungan.domain.Outline;

/// One thing that a filter asks for: a kind, and a code or words where the kind takes one.
public record Facet(Kind kind, String value) {
    public enum Kind {
        MINE,
        UNCLAIMED,
        BREACHED,
        CHANNEL,
        DISTRICT,
        VILLAGE,
        CATEGORY,
        AGENCY,
        /// Inside an outline drawn on the map.
        AREA,
        TAG,
        WATCHED,
        REMINDED,
        TEXT
    }

    public static final Facet MINE = new Facet(Kind.MINE, "");
    public static final Facet UNCLAIMED = new Facet(Kind.UNCLAIMED, "");
    public static final Facet BREACHED = new Facet(Kind.BREACHED, "");

    /// Cases the operator here watches.
    public static final Facet WATCHED = new Facet(Kind.WATCHED, "");
    /// Cases that shall come back to the operator here.
    public static final Facet REMINDED = new Facet(Kind.REMINDED, "");

    public static Facet tag(String tag) {
        return new Facet(Kind.TAG, tag);
    }

    public static Facet channel(String code) {
        return new Facet(Kind.CHANNEL, code);
    }

    public static Facet district(String code) {
        return new Facet(Kind.DISTRICT, code);
    }

    public static Facet village(String code) {
        return new Facet(Kind.VILLAGE, code);
    }

    public static Facet category(String code) {
        return new Facet(Kind.CATEGORY, code);
    }

    public static Facet area(Outline drawn) {
        return new Facet(Kind.AREA, drawn.toString());
    }

    public static Facet agency(String code) {
        return new Facet(Kind.AGENCY, code);
    }
}
