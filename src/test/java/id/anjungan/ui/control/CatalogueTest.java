package id.anjungan.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import id.anjungan.domain.Priority;
import id.anjungan.ui.fx.FxThread;
import id.anjungan.ui.fx.Theme;
import id.anjungan.ui.fx.ThemeSheets;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The living catalogue: every shared control in every theme, as pictures in `target/catalogue`. It fails when
/// a control throws, takes no room, or is painted in one colour alone.
class CatalogueTest {
    private static final List<Integer> COURSE =
            List.of(3, 4, 3, 5, 4, 6, 5, 5, 7, 4, 5, 6, 5, 8, 7, 9, 6, 6, 5, 8, 7, 10, 9, 8, 9, 7);

    @BeforeAll
    static void toolkit() {
        FxThread.start();
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void everyControlInEveryTheme(Theme theme) throws IOException {
        WritableImage picture = FxThread.call(() -> paint(theme)).join();
        Path file = Path.of("target/catalogue/" + theme.name().toLowerCase(Locale.ROOT) + ".png");
        Files.createDirectories(file.getParent());
        BufferedImage image = awt(picture);
        ImageIO.write(image, "png", file.toFile());
        assertThat(colours(image)).isGreaterThan(200);
    }

    private static WritableImage paint(Theme theme) {
        StackPane root = new StackPane(everything());
        Scene scene = new Scene(root, 1360, 900);
        ThemeSheets.apply(scene, theme);
        root.applyCss();
        root.layout();
        root.lookupAll(".catalogued").forEach(n ->
                assertThat(n.getLayoutBounds().getWidth()).as(n.toString()).isPositive());
        return scene.snapshot(null);
    }

    private static Node everything() {
        VBox all = new VBox(8, bar(), tiles(), narrowTiles(), new HBox(8, queue(), sideColumn(), more()));
        all.getChildren().forEach(n -> n.getStyleClass().add("catalogued"));
        Toasts toasts = new Toasts();
        toasts.show(Toasts.Kind.DONE, "Tanggapan keluar dalam 8 dtk", Duration.seconds(8), "Urungkan", () -> {});
        toasts.show(Toasts.Kind.REFUSED, "Sudah diklaim Dewi N. sejak 14.31.", Duration.seconds(8));
        StackPane over = new StackPane(all, toasts);
        over.setAlignment(Pos.TOP_LEFT);
        return over;
    }

    private static Node bar() {
        Label name = new Label("Anjungan");
        name.setMinWidth(Region.USE_PREF_SIZE);
        name.getStyleClass().add("title");
        Label city = new Label("Kota Surabaya");
        city.getStyleClass().add("muted");
        NavTab console = new NavTab("Konsol", "1");
        console.setSelected(true);
        NavTab chats = new NavTab("Obrolan", "2");
        chats.setWaiting("3");
        FreshnessMark live = new FreshnessMark();
        live.show(Freshness.LIVE, "");
        Label word = new Label("Langsung");
        word.getStyleClass().addAll("strong", "as-good");
        Label rest = new Label("· 0,3 dtk · 0 tertunda");
        rest.getStyleClass().add("figure");
        Label time = new Label("14.32.07");
        time.setMinWidth(Region.USE_PREF_SIZE);
        time.getStyleClass().addAll("title", "figure", "strong");
        TextField search = new TextField();
        search.setPromptText("Cari aduan, nomor, alamat, atau perintah…");
        search.setPrefWidth(240);
        FreshnessMark offline = new FreshnessMark();
        offline.show(Freshness.OFFLINE, "");
        HBox bar = new HBox(12, name, city, console, chats, new NavTab("Pencarian", "3"), search, new KeyHint("Ctrl K"),
                new Pill(live, word, rest), time, new Pill(new Label("Regu B · Siang")),
                new Pill(offline, new Label("Luring")));
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("top-bar");
        return bar;
    }

    private static Tile tile(String name, String count, String trend, String oldest, Freshness f, String age, Tile.Edge e) {
        Tile t = new Tile();
        t.show(new Tile.Reading(name, count, trend, "terlama " + oldest, oldest, f, age, e, COURSE, name));
        return t;
    }

    private static Node tiles() {
        TileStrip strip = new TileStrip();
        strip.setTiles(List.of(
                tile("Call Center 112", "12", "+3 / jam", "02:14", Freshness.LIVE, "0,2 dtk", Tile.Edge.EMERGENCY),
                tile("SP4N-LAPOR!", "214", "+18 / jam", "2 hk", Freshness.LIVE, "4 dtk", Tile.Edge.NONE),
                tile("Obrolan langsung", "7", "+7 / jam", "01:38", Freshness.LIVE, "0,3 dtk", Tile.Edge.HIGH),
                tile("Kantorku", "19", "0 / jam", "—", Freshness.STALE, "6 mnt", Tile.Edge.NONE)));
        FigureBox late = new FigureBox("Lewat batas");
        late.show("3", Tone.EMERGENCY, "dari 781 terbuka");
        FigureBox first = new FigureBox("Respons p90");
        first.show("04:52", Tone.PLAIN, "target 05:00");
        FigureBox open = new FigureBox("Belum diklaim");
        open.show("14", Tone.HIGH, "terlama 9 mnt");
        FigureBox done = new FigureBox("Selesai hari ini");
        done.show("268", Tone.GOOD, "↑ 12 % dari kemarin");
        strip.setPrefWidth(4 * 196 + 24);
        strip.setMinWidth(4 * 196 + 24);
        return new HBox(8, strip, new FigureRow(late, first, open, done));
    }

    private static Node narrowTiles() {
        TileStrip strip = new TileStrip();
        strip.setTiles(List.of(
                tile("Call Center 112", "12", "+3 / jam", "02:14", Freshness.LIVE, "0,2 dtk", Tile.Edge.EMERGENCY),
                tile("SP4N-LAPOR!", "214", "+18 / jam", "2 hk", Freshness.LIVE, "4 dtk", Tile.Edge.NONE),
                tile("WargaKu", "391", "+27 / jam", "41 mnt", Freshness.LIVE, "1 dtk", Tile.Edge.NONE),
                tile("Media Center web", "58", "+4 / jam", "1 j 06", Freshness.LIVE, "1 dtk", Tile.Edge.NONE),
                tile("Obrolan langsung", "7", "+7 / jam", "01:38", Freshness.LIVE, "0,3 dtk", Tile.Edge.HIGH),
                tile("Bangga Surabaya", "36", "+9 / jam", "22 mnt", Freshness.LIVE, "8 dtk", Tile.Edge.NONE),
                tile("Sapawarga", "44", "+2 / jam", "35 mnt", Freshness.LIVE, "8 dtk", Tile.Edge.NONE),
                tile("Kantorku", "19", "0 / jam", "—", Freshness.STALE, "6 mnt", Tile.Edge.NONE),
                tile("PPID", "1.204", "−12 / jam", "7 hk", Freshness.LIVE, "2 dtk", Tile.Edge.NONE),
                tile("MPP Siola", "5", "0 / jam", "4 j 55", Freshness.OFFLINE, "1 j 20", Tile.Edge.NONE)));
        strip.setMaxWidth(10 * 128 + 72);
        return strip;
    }

    private record Row(Priority p, String number, String title, String where, String tag, String left,
            Countdown.Urgency urgency, String who) {}

    private static Node queue() {
        ListView<Row> list = new ListView<>();
        list.setFixedCellSize(55);
        list.setCellFactory(v -> new RowCell());
        list.getItems().setAll(
                new Row(Priority.EMERGENCY, "112-8841", "Kebakaran rumah, asap tebal", "Tambaksari · Pacar Keling",
                        "3 laporan", "−02:14", Countdown.Urgency.LATE, ""),
                new Row(Priority.HIGH, "WGK-55120", "Banjir sepaha depan sekolah", "Sukolilo · Keputih",
                        "Sel banjir 9", "11:20", Countdown.Urgency.SOON, "DN"),
                new Row(Priority.MEDIUM, "LPR-9902133", "PJU padam satu gang", "Kenjeran · Bulak Banteng", "",
                        "1 hk 3 j", Countdown.Urgency.CALM, "SY"),
                new Row(Priority.LOW, "PPID-0412", "Permohonan informasi APBD 2026", "PPID · daring", "", "7 hk",
                        Countdown.Urgency.PAUSED, "MK"));
        list.getSelectionModel().select(0);
        Chips<Integer> chips = new Chips<>(0);
        chips.add(0, "Semua").add(1, "Milik saya").add(2, "Belum diklaim").add(3, "Lewat batas");
        chips.setCount(1, "6");
        chips.setCount(2, "14");
        chips.setCount(3, "3");
        Panel p = new Panel("Antrean eskalasi", list, chips);
        p.setCount("128");
        p.setFoot(new Label("↑ 4 aduan baru di atas · urutan ditahan selama Anda membaca"), new KeyHint("Home"));
        p.setPrefSize(590, 380);
        p.setMinWidth(590);
        return p;
    }

    private static final class RowCell extends ListCell<Row> {
        RowCell() {
            getStyleClass().add("row");
        }

        @Override
        protected void updateItem(Row r, boolean empty) {
            super.updateItem(r, empty);
            setGraphic(empty || r == null ? null : cell(r));
        }
    }

    private static Node cell(Row r) {
        Label number = new Label(r.number);
        number.getStyleClass().add("muted");
        Label where = new Label(r.where);
        where.getStyleClass().addAll("muted", "secondary");
        HBox below = new HBox(8, where);
        below.setAlignment(Pos.CENTER_LEFT);
        if (!r.tag.isEmpty()) {
            below.getChildren().add(new Tag(r.tag));
        }
        VBox middle = new VBox(3, new HBox(10, number, new Label(r.title)), below);
        middle.setAlignment(Pos.CENTER_LEFT);
        Countdown left = new Countdown();
        left.show(r.left, r.urgency);
        Label who = new Label(r.who.isEmpty() ? "Belum diklaim" : r.who);
        who.getStyleClass().addAll("secondary", r.who.isEmpty() ? "as-high" : "muted");
        VBox right = new VBox(3, left, who);
        right.setAlignment(Pos.CENTER_RIGHT);
        Region gap = new Region();
        HBox.setHgrow(gap, javafx.scene.layout.Priority.ALWAYS);
        HBox row = new HBox(11, new PriorityMark(r.p, 16), middle, gap, right);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static Node sideColumn() {
        ClockBox arrive = new ClockBox();
        arrive.show("Tiba di lokasi (7 mnt)", "−02:14", Countdown.Urgency.LATE);
        ClockBox answer = new ClockBox();
        answer.show("Tanggapan LAPOR (5 hk)", "4 hk 6 j", Countdown.Urgency.CALM);
        HBox clocks = new HBox(8, arrive, answer);
        clocks.getChildren().forEach(n -> HBox.setHgrow(n, javafx.scene.layout.Priority.ALWAYS));
        Label said = new Label("\"Tolong, omah tonggoku kobong, apine gedhe, gang sempit!\"");
        said.setWrapText(true);
        VBox bubble = new VBox(said);
        bubble.getStyleClass().add("bubble");
        ActionButton disabled = new ActionButton("Selesai", "S");
        disabled.setDisable(true);
        HBox actions = new HBox(8, new ActionButton("Klaim", "K").primary(), new ActionButton("Disposisi", "D"),
                new ActionButton("Eskalasi", "E"), disabled);
        HBox legend = new HBox(8);
        for (Priority p : Priority.values()) {
            legend.getChildren().addAll(new PriorityMark(p, 14), new Label(p.name()));
        }
        legend.getStyleClass().add("overlay");
        HBox sizes = new HBox(8);
        for (double s : new double[] {10, 16, 24, 40}) {
            for (Priority p : Priority.values()) {
                sizes.getChildren().add(new PriorityMark(p, s));
            }
        }
        sizes.setAlignment(Pos.CENTER_LEFT);
        HBox alarm = new HBox(new PriorityMark(Priority.EMERGENCY, 16), new Label("KEBAKARAN · Tambaksari"),
                new ActionButton("Akui", "A"));
        alarm.getStyleClass().add("alarm-bar");
        TextField written = new TextField("Tim menuju lokasi");
        VBox side = new VBox(12, clocks, bubble, written, actions, legend, sizes,
                new HBox(8, new Avatar("Rina Ayu"), new Avatar("Dewi N."), new Tag("dicatat luring").tone(Tone.HIGH),
                        new CheckBox("Anonim")), alarm);
        side.setPrefWidth(420);
        side.setMinWidth(420);
        return side;
    }

    private static Node more() {
        SidePane pane = new SidePane("Tutup");
        pane.open("Disposisi ke OPD", new EmptyState("mdoal-check_circle", "Tidak ada aduan yang menunggu",
                "Aduan baru muncul di sini begitu tiba."));
        pane.setPrefWidth(300);
        return pane;
    }

    private static BufferedImage awt(WritableImage picture) {
        int w = (int) picture.getWidth();
        int h = (int) picture.getHeight();
        int[] pixels = new int[w * h];
        picture.getPixelReader().getPixels(0, 0, w, h, PixelFormat.getIntArgbInstance(), pixels, 0, w);
        BufferedImage out = new BufferedImage(w, h, BufferedImage.TYPE_INT_ARGB);
        out.setRGB(0, 0, w, h, pixels, 0, w);
        return out;
    }

    private static long colours(BufferedImage image) {
        return Arrays.stream(image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
                .distinct()
                .count();
    }
}
