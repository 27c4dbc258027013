package id.anjungan.ui.kit;

import id.anjungan.domain.Alarm;
import id.anjungan.domain.Case;
import id.anjungan.domain.CaseState;
import id.anjungan.domain.Chat;
import id.anjungan.domain.Claim;
import id.anjungan.domain.Clock;
import id.anjungan.domain.Entry;
import id.anjungan.domain.Ids;
import id.anjungan.domain.Location;
import id.anjungan.domain.Message;
import id.anjungan.domain.Person;
import id.anjungan.domain.Priority;
import id.anjungan.domain.Privacy;
import id.anjungan.state.AlarmRow;
import id.anjungan.state.CaseFile;
import id.anjungan.state.ChannelTile;
import id.anjungan.state.ChatFile;
import id.anjungan.state.ChatRow;
import id.anjungan.state.DeskStatus;
import id.anjungan.state.DistrictFigure;
import id.anjungan.state.Figures;
import id.anjungan.state.MapData;
import id.anjungan.state.QueueRow;
import id.anjungan.state.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Invented days for screens: a busy one, a calm one, an empty one, and one with the line cut.
public final class Samples {
    private static final Instant NOW = FakeDesk.START;

    private Samples() {}

    public static UUID id(String number) {
        return Ids.of("sample", number);
    }

    /// A row with everything a test does not care about filled in.
    public static QueueRow row(
            String number, String channel, String category, Priority priority, String title, String district,
            String village, @Nullable String by, @Nullable Duration left, int reports) {
        return new QueueRow(
                id(number), number, channel, category, priority, CaseState.VERIFIED, title,
                district.isEmpty() ? null : Surabaya.area(district), village.isEmpty() ? null : Surabaya.area(village),
                by, false, by != null, false, 1, left == null ? null : NOW.plus(left), false, reports,
                NOW.minusSeconds(600), false, clockOf(channel), agenciesOf(category));
    }

    private static @Nullable String clockOf(String channel) {
        return switch (channel) {
            case "CC112" -> "CC112-TIBA";
            case "SP4N" -> "SP4N-TINDAK";
            default -> null;
        };
    }

    private static List<String> agenciesOf(String category) {
        return category.equals("KBK") ? List.of("DPKP") : List.of();
    }

    private static Duration min(int m, int s) {
        return Duration.ofSeconds(m * 60L + s);
    }

    public static List<QueueRow> rows() {
        return List.of(
                row("112-8841", "CC112", "KBK", Priority.EMERGENCY, "Kebakaran rumah, asap tebal", "Tambaksari", "Pacarkeling", null, min(-2, -14), 3),
                row("112-8839", "CC112", "KCL-LL", Priority.EMERGENCY, "Kecelakaan motor vs truk", "Benowo", "Romokalisari", "ratna", min(0, 46), 1),
                row("CHT-2207", "MC_CHAT", "PDAM", Priority.HIGH, "\"Air PDAM mati sejak subuh, bayi saya demam\"", "Wonokromo", "", null, min(1, 38), 1),
                row("WGK-55120", "WARGAKU", "BNJ-GEN", Priority.HIGH, "Banjir sepaha depan sekolah", "Sukolilo", "Keputih", "dimas", min(11, 20), 9),
                row("WGK-55118", "WARGAKU", "PHN-TBG", Priority.HIGH, "Pohon tumbang menutup jalan", "Genteng", "Ketabang", null, min(18, 5), 1),
                row("LPR-9902133", "SP4N", "PJU-PDM", Priority.MEDIUM, "PJU padam satu gang", "Kenjeran", "Bulak Banteng", "yusuf", Duration.ofHours(28), 1),
                row("BGS-33871", "BANGGA", "PRK-LIA", Priority.MEDIUM, "Parkir liar depan RS", "Gubeng", "Airlangga", null, min(130, 0), 1),
                row("WGK-55097", "WARGAKU", "SMP-NMP", Priority.MEDIUM, "Sampah menumpuk 4 hari", "Semampir", "Ampel", "ratna", min(221, 0), 2),
                row("LPR-9902120", "SP4N", "JLN-RSK", Priority.MEDIUM, "Jalan berlubang, sudah ada korban", "Rungkut", "Medokan Ayu", "fajar", Duration.ofHours(30), 1),
                row("PPID-0412", "PPID", "INF", Priority.LOW, "Permohonan informasi APBD 2026", "", "", "bima", Duration.ofDays(9), 1),
                row("MPP-7710", "MPP", "IZN", Priority.LOW, "Jadwal layanan izin di Mal Pelayanan Publik", "", "", "ayu", min(295, 0), 1));
    }

    /// The busy day.
    public static FakeDesk busy() {
        FakeDesk desk = new FakeDesk();
        fill(desk, 781, 1);
        return desk;
    }

    /// A flood in the east: many more, many late.
    public static FakeDesk flooded() {
        FakeDesk desk = new FakeDesk();
        fill(desk, 4_812, 9);
        desk.figures.set(new Figures(
                4_812, 96, NOW.minusSeconds(2_700), 412, NOW.minusSeconds(3_900), 9, 38, NOW.minusSeconds(704),
                Duration.ofSeconds(1_122), 1_204, 239, 0.71, 612, 4));
        return desk;
    }

    /// An early morning.
    public static FakeDesk calm() {
        FakeDesk desk = new FakeDesk();
        fill(desk, 58, 1);
        List<QueueRow> rows = rows().subList(5, 11);
        desk.queue.rows(rows);
        desk.alarms.set(List.of());
        desk.select(rows.getFirst().id());
        desk.figures.set(new Figures(
                58, 0, null, 0, null, 2, 0, null, Duration.ofSeconds(95), 12, 11, 1, 3, 0));
        return desk;
    }

    /// Nothing at all, as on the first day.
    public static FakeDesk empty() {
        FakeDesk desk = new FakeDesk();
        desk.tiles.set(Surabaya.PROFILE.channels().stream()
                .map(c -> new ChannelTile(c.code(), 0, 0, null, null, true, 0, 0, List.of()))
                .toList());
        desk.queue.rows(List.of());
        return desk;
    }

    /// The line is cut; work goes on.
    public static FakeDesk offline() {
        FakeDesk desk = busy();
        desk.status.set(new DeskStatus(
                DeskStatus.Link.OFFLINE, NOW.minusSeconds(372), Duration.ofSeconds(372), 4, 1, 0, -1,
                "connect: connection refused"));
        return desk;
    }

    private static void fill(FakeDesk desk, int open, int seed) {
        Random random = new Random(seed);
        desk.tiles.set(tiles(random, open));
        desk.figures.set(new Figures(
                open, 3, NOW.minusSeconds(134), 14, NOW.minusSeconds(540), 6, 3, NOW.minusSeconds(98),
                Duration.ofSeconds(292), 268, 239, 0.97, 61, 1));
        List<QueueRow> rows = new ArrayList<>(rows());
        for (int i = 0; i < open - 11; i++) {
            QueueRow like = rows.get(3 + random.nextInt(8));
            rows.add(row(
                    "WGK-" + (54_000 - i), like.channel(), like.category(), like.priority(), like.title(), "Gubeng",
                    "Airlangga", like.claimedBy(), Duration.ofHours(30 + i / 40), 1));
        }
        desk.queue.rows(rows);
        desk.map.set(map(random, rows));
        desk.districts.set(districts(random, open));
        rows().forEach(r -> desk.files.put(r.id(), file(r)));
        desk.alarms.set(alarms());
        desk.chats.set(chats());
        chats().forEach(c -> desk.chatFiles.put(c.id(), chat(c)));
        desk.select(rows.getFirst().id());
        desk.queue.hold(true);
        for (int i = 0; i < 4; i++) {
            desk.queue.arrive(row("WGK-5513" + i, "WARGAKU", "BNJ-GEN", Priority.HIGH, "Banjir", "Sukolilo", "Keputih", null, min(55, 0), 1));
        }
        desk.status.set(new DeskStatus(DeskStatus.Link.LIVE, NOW, Duration.ofMillis(300), 0, 0, 0, -1, null));
    }

    private static List<ChannelTile> tiles(Random random, int open) {
        Map<String, Integer> share = Map.of(
                "CC112", 12, "SP4N", 214, "WARGAKU", 391, "MC_WEB", 58, "MC_CHAT", 7, "BANGGA", 36, "SAPAWARGA", 44,
                "KANTORKU", 19);
        List<ChannelTile> out = new ArrayList<>();
        for (var c : Surabaya.PROFILE.channels()) {
            List<Integer> trend = new ArrayList<>();
            for (int i = 0; i < 24; i++) {
                trend.add(2 + random.nextInt(6) + i / 6);
            }
            int n = share.getOrDefault(c.code(), 5) * open / 781;
            boolean stale = c.code().equals("KANTORKU");
            out.add(new ChannelTile(
                    c.code(), n, stale ? 0 : 1 + n / 12, stale || n == 0 ? null : NOW.minusSeconds(60L + n * 9L),
                    stale ? NOW.minusSeconds(372) : NOW.minusMillis(200 + random.nextInt(8000)), stale,
                    c.code().equals("CC112") && open > 100 ? 1 : 0, c.code().equals("MC_CHAT") && open > 100 ? 1 : 0, trend));
        }
        return out;
    }

    private static MapData map(Random random, List<QueueRow> rows) {
        int n = rows.size();
        List<UUID> ids = new ArrayList<>();
        double[] lat = new double[n];
        double[] lon = new double[n];
        byte[] priority = new byte[n];
        byte[] flags = new byte[n];
        long[] at = new long[n];
        var villages = Surabaya.PROFILE.villages();
        for (int i = 0; i < n; i++) {
            QueueRow r = rows.get(i);
            var v = i < 11
                    ? Surabaya.PROFILE.area(r.village() != null ? r.village() : r.district() != null ? r.district() : villages.getFirst().code()).orElseThrow()
                    : villages.get(random.nextInt(villages.size()));
            ids.add(r.id());
            lat[i] = v.lat() + (i < 11 ? 0 : random.nextGaussian() * 0.004);
            lon[i] = v.lon() + (i < 11 ? 0 : random.nextGaussian() * 0.004);
            priority[i] = (byte) List.of(Priority.values()).indexOf(r.priority());
            at[i] = NOW.toEpochMilli() - i % 200 * 240_000L;
            flags[i] = i == 0 ? (byte) (MapData.UNACKNOWLEDGED | MapData.BREACHED) : 0;
        }
        return new MapData(ids, lat, lon, priority, flags, at, 23);
    }

    private static List<DistrictFigure> districts(Random random, int open) {
        return Surabaya.PROFILE.districts().stream()
                .map(d -> new DistrictFigure(
                        d.code(),
                        (4 + random.nextInt(46)) * open / 781,
                        0,
                        open < 100
                                ? null
                                : d.name().equals("Tambaksari")
                                        ? Priority.EMERGENCY
                                        : d.name().equals("Sukolilo") || d.name().equals("Rungkut") ? Priority.HIGH : null))
                .toList();
    }

    private static List<AlarmRow> alarms() {
        List<AlarmRow> out = new ArrayList<>();
        List<QueueRow> rows = rows();
        for (int i = 0; i < 3; i++) {
            QueueRow r = rows.get(i);
            out.add(new AlarmRow(
                    new Alarm(
                            Ids.of("alarm", r.number()), "case:" + r.id(), i == 2 ? Alarm.Kind.BREACH : Alarm.Kind.EMERGENCY,
                            r.id(), r.priority(), 1, NOW.minusSeconds(540 - 120L * i), null, null, null, false),
                    r.number(), r.category(), r.district(), r.claimedBy(), r.due(), false));
        }
        return out;
    }

    public static CaseFile file(QueueRow r) {
        UUID person = Ids.of("person", r.number());
        Clock arrive = Clock.start("CC112-TIBA", "1", NOW.minusSeconds(554), NOW.minusSeconds(134));
        Clock answer = Clock.start("SP4N-TINDAK", "1", NOW.minusSeconds(554), NOW.plus(Duration.ofDays(6).plusHours(6)));
        boolean emergency = r.priority() == Priority.EMERGENCY;
        Case c = new Case(
                r.id(), r.number(), r.channel(), "src", person, r.category(), r.priority(), r.state(), null, Privacy.OPEN,
                new Location(null, null, emergency ? "Jl. Pacar Keling V/12" : null, r.district(), r.village()),
                NOW.minusSeconds(600), NOW.minusSeconds(600),
                r.claimedBy() == null ? null : new Claim(r.claimedBy(), 1, NOW.minusSeconds(200), false),
                r.claimedBy() == null ? 0 : 1, 2, emergency ? List.of(arrive, answer) : List.of(answer), List.of(), List.of(), null, null, NOW, 7);
        Message report = new Message(
                Ids.of("m", r.number()), r.id(), Message.Kind.REPORT, person.toString(), NOW.minusSeconds(600),
                emergency
                        ? r.title() + ". Tolong, omah tonggoku kobong, apine gedhe, gang sempit!"
                        : r.title() + ". Mohon segera ditangani, sudah dua hari begini.",
                List.of(), Message.Delivery.NONE, null);
        Message note = new Message(
                Ids.of("n", r.number()), r.id(), Message.Kind.NOTE, "system:ticker", NOW.minusSeconds(480),
                "Pos Pasar Turi dan KIM Pacar Keling sudah diberi tahu.", List.of(), Message.Delivery.NONE, null);
        List<Entry> entries = List.of(
                entry(r, "received", Map.of("channel", r.channel()), "system:intake", 600, null),
                entry(r, "incident-linked", Map.of("incident", "5d1f7b0e-aa11"), "system:detect", 540, null),
                entry(r, "disposed", Map.of("agencies", "DPKP"), "yusuf", 480, note.id()),
                entry(r, "breached", Map.of("rule", "CC112-TIBA"), "system:ticker", 180, null),
                entry(r, "level-raised", Map.of("level", "2"), "system:ticker", 179, null));
        Map<UUID, Message> messages = new HashMap<>();
        messages.put(report.id(), report);
        messages.put(note.id(), note);
        return new CaseFile(
                c, new Person(person, "Sumiati", "081234567841", null, null, false), entries, messages, null, List.of(),
                List.of(), List.of(new Viewer("dimas", false)), List.of());
    }

    private static Entry entry(
            QueueRow r, String code, Map<String, String> args, String actor, long ago, @Nullable UUID message) {
        Instant at = NOW.minusSeconds(ago);
        return new Entry(Ids.of("e", r.number(), code), r.id(), code, args, actor, at, at, false, message);
    }

    public static List<ChatRow> chats() {
        return List.of(
                chatRow("CHT-2207", Chat.State.WAITING, "Rina", "Air PDAM mati sejak subuh, bayi saya demam", 98, null),
                chatRow("CHT-2209", Chat.State.WAITING, "", "Halo min, mau tanya jadwal SIM keliling", 41, null),
                chatRow("CHT-2211", Chat.State.WAITING, "Pak Slamet", "Lampu jalan depan rumah saya mati pak", 12, null),
                chatRow("CHT-2201", Chat.State.ACTIVE, "Dewi", "Terima kasih, saya tunggu petugasnya", 0, "fajar"),
                chatRow("CHT-2198", Chat.State.ACTIVE, "Agus", "Sudah saya kirim fotonya", 0, "ratna"));
    }

    private static ChatRow chatRow(String number, Chat.State state, String name, String last, int waited, @Nullable String by) {
        return new ChatRow(
                id(number), number, "MC_CHAT", state, name, last, waited == 0 ? null : NOW.minusSeconds(waited),
                NOW.minusSeconds(Math.max(waited, 150)), by, "fajar".equals(by), false);
    }

    public static ChatFile chat(ChatRow r) {
        UUID person = Ids.of("person", r.number());
        Chat chat = new Chat(
                r.id(), r.number(), r.channel(), "s", person, r.state(),
                r.takenBy() == null ? null : new Claim(r.takenBy(), 1, NOW.minusSeconds(300), false), r.takenBy() == null ? 0 : 1,
                NOW.minusSeconds(400), r.waitingSince(), r.lastAt(),
                new Location(null, null, null, Surabaya.area("Wonokromo"), null), null, null);
        List<Message> said = List.of(
                line(r, 1, Message.Kind.INBOUND, person.toString(), 390, "Selamat siang, air PDAM di tempat saya mati sejak subuh."),
                line(r, 2, Message.Kind.OUTBOUND, "fajar", 330, "Selamat siang. Mohon maaf atas gangguannya. Boleh tahu alamat lengkapnya?"),
                line(r, 3, Message.Kind.INBOUND, person.toString(), 240, "Jl. Jagir Sidosermo V no 8, satu gang mati semua."),
                line(r, 4, Message.Kind.INBOUND, person.toString(), 150, r.lastLine()));
        return new ChatFile(
                chat, new Person(person, r.name(), null, null, null, false), said,
                List.of(new Entry(
                        Ids.of("ce", r.number()), r.id(), "chat-opened", Map.of("channel", "MC_CHAT"), "system:intake",
                        NOW.minusSeconds(400), NOW.minusSeconds(400), false, null)),
                false);
    }

    private static Message line(ChatRow r, int n, Message.Kind kind, String author, long ago, String text) {
        return new Message(
                Ids.of("cl", r.number(), Integer.toString(n)), r.id(), kind, author, NOW.minusSeconds(ago), text, List.of(),
                kind == Message.Kind.OUTBOUND ? Message.Delivery.DELIVERED : Message.Delivery.NONE, null);
    }

    /// The file of the first row, for tests of the case file alone.
    public static Optional<CaseFile> firstFile() {
        return Optional.of(file(rows().getFirst()));
    }
}
