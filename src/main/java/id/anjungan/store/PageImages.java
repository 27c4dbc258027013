package id.anjungan.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The pages of a database file with those of its log laid over them, read without SQLite: every row that stands in a
/// page that is still a table's leaf can be had, whatever became of the header, the schema or the pages above. Layout:
/// the SQLite file format, sections 1.5 to 2.1.
final class PageImages {
    private static final Logger LOG = LoggerFactory.getLogger(PageImages.class);

    /// What SQLite makes of a new file; this program asks for no other size.
    static final int PAGE = 4096;
    private static final int HEADER = 100;
    private static final int LEAF = 0x0d;
    private static final int LONGEST_ROW = 16 << 20;

    private final TreeMap<Integer, byte[]> pages = new TreeMap<>();

    private PageImages() {}

    static PageImages read(Path file) throws IOException {
        byte[] main = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
        WalFile wal = WalFile.read(Aside.part(file, "-wal"));
        int size = PAGE;
        PageImages p = new PageImages();
        for (int n = 1; (long) n * size <= main.length; n++) {
            byte[] page = new byte[size];
            System.arraycopy(main, (n - 1) * size, page, 0, size);
            p.pages.put(n, page);
        }
        wal.frames().forEach(f -> p.pages.put(f.page(), f.content().array()));
        return p;
    }

    /// Every row of every leaf page that is in use, its columns as Java values: `Long`, `Double`, `String`, `byte[]`
    /// or null.
    void rows(Consumer<List<@Nullable Object>> each) {
        Set<Integer> free = free();
        pages.forEach((n, page) -> {
            if (!free.contains(n)) {
                rows(n, page, each);
            }
        });
    }

    private void rows(int n, byte[] page, Consumer<List<@Nullable Object>> each) {
        int head = n == 1 ? HEADER : 0;
        if (page[head] != LEAF) {
            return;
        }
        ByteBuffer b = ByteBuffer.wrap(page);
        int cells = b.getShort(head + 3) & 0xffff;
        for (int c = 0; c < cells && head + 8 + 2 * c + 2 <= PAGE; c++) {
            try {
                each.accept(record(payload(b, b.getShort(head + 8 + 2 * c) & 0xffff)));
            } catch (RuntimeException e) {
                LOG.debug("a row of page {} is beyond reading: {}", n, e.getMessage());
            }
        }
    }

    /// Pages that hold deleted rows only.
    private Set<Integer> free() {
        Set<Integer> all = new HashSet<>();
        byte[] first = pages.get(1);
        int trunk = first == null ? 0 : ByteBuffer.wrap(first).getInt(32);
        while (trunk > 0 && pages.containsKey(trunk) && all.add(trunk)) {
            ByteBuffer b = ByteBuffer.wrap(pages.get(trunk));
            int leaves = Math.clamp(b.getInt(4), 0, PAGE / 4 - 2);
            for (int i = 0; i < leaves; i++) {
                all.add(b.getInt(8 + 4 * i));
            }
            trunk = b.getInt(0);
        }
        return all;
    }

    private ByteBuffer payload(ByteBuffer page, int at) {
        ByteBuffer cell = page.duplicate().position(at);
        long length = varint(cell);
        varint(cell); // the row's id
        if (length < 2 || length > LONGEST_ROW) {
            throw new IllegalArgumentException("no row has " + length + " bytes");
        }
        int most = PAGE - 35;
        int least = (PAGE - 12) * 32 / 255 - 23;
        int fitting = least + (int) ((length - least) % (PAGE - 4));
        int here = length <= most ? (int) length : fitting <= most ? fitting : least;
        ByteBuffer all = ByteBuffer.allocate((int) length);
        byte[] local = new byte[here];
        cell.get(local);
        all.put(local);
        int next = all.hasRemaining() ? cell.getInt() : 0;
        while (all.hasRemaining()) {
            ByteBuffer more = ByteBuffer.wrap(pages.get(next));
            next = more.getInt(0);
            all.put(more.array(), 4, Math.min(all.remaining(), PAGE - 4));
        }
        return all.flip();
    }

    private static List<@Nullable Object> record(ByteBuffer b) {
        int head = (int) varint(b);
        List<Long> types = new ArrayList<>();
        while (b.position() < head) {
            types.add(varint(b));
        }
        List<@Nullable Object> values = new ArrayList<>();
        types.forEach(t -> values.add(value(t, b)));
        return values;
    }

    private static @Nullable Object value(long type, ByteBuffer b) {
        return switch ((int) Math.min(type, 12)) {
            case 0, 10, 11 -> null;
            case 1 -> (long) b.get();
            case 2 -> (long) b.getShort();
            case 3 -> (long) (b.get() << 16 | (b.getShort() & 0xffff));
            case 4 -> (long) b.getInt();
            case 5 -> (long) b.getShort() << 32 | (b.getInt() & 0xffffffffL);
            case 6 -> b.getLong();
            case 7 -> b.getDouble();
            case 8 -> 0L;
            case 9 -> 1L;
            default -> bytes(type, b);
        };
    }

    private static Object bytes(long type, ByteBuffer b) {
        byte[] v = new byte[(int) ((type - 12) / 2)];
        b.get(v);
        return type % 2 == 0 ? v : new String(v, StandardCharsets.UTF_8);
    }

    private static long varint(ByteBuffer b) {
        long v = 0;
        for (int i = 0; i < 8; i++) {
            byte x = b.get();
            v = v << 7 | (x & 0x7f);
            if (x >= 0) {
                return v;
            }
        }
        return v << 8 | (b.get() & 0xff);
    }
}
