package id.anjungan.ui.casefile;

import id.anjungan.media.Dots;
import id.anjungan.report.CasePdf;
import id.anjungan.report.CaseSheet;
import id.anjungan.state.CaseFile;
import id.anjungan.state.Desk;
import id.anjungan.ui.control.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// The open case on its way to paper: made once as a PDF, shown page by page, saved or printed from there. On the
/// JavaFX thread; the making is not.
public final class PrintModel {
    private static final int SCREEN_DPI = 80;
    private static final int PAPER_DPI = 200;

    private final Desk desk;
    private final FilesModel files;
    private final Executor fx;
    /// Whether the reporter is named; only where that is allowed.
    final BooleanProperty named = new SimpleBooleanProperty();
    final BooleanProperty mayName = new SimpleBooleanProperty();
    /// The pages for the screen; null while they are being made.
    final ObjectProperty<@Nullable List<Dots>> pages = new SimpleObjectProperty<>();
    /// What came of saving or printing, or why there are no pages.
    final StringProperty told = new SimpleStringProperty("");
    private byte[] pdf = new byte[0];
    private @Nullable CaseFile file;
    private int asked;

    PrintModel(Desk desk, FilesModel files, Executor fx) {
        this.desk = desk;
        this.files = files;
        this.fx = fx;
    }

    String number() {
        CaseFile f = file;
        return f == null ? "" : f.c().number();
    }

    /// Makes the pages of a case as it is now.
    CompletableFuture<Void> make(CaseFile of, Words w) {
        file = of;
        mayName.set(SheetOf.mayName(of, desk.actor()));
        boolean name = named.get() && mayName.get();
        List<FileItem> items = List.copyOf(files.items);
        int mine = ++asked;
        pages.set(null);
        told.set("");
        return pictures(items)
                .thenApplyAsync(small -> made(SheetOf.of(of, desk, w, name, items, small)))
                .handle((made, e) -> {
                    fx.execute(() -> {
                        if (mine == asked) {
                            shown(made, e, w);
                        }
                    });
                    return null;
                });
    }

    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    private record Made(byte[] pdf, List<Dots> pages) {}

    private static Made made(CaseSheet sheet) {
        try {
            byte[] bytes = CasePdf.write(sheet);
            return new Made(bytes, CasePdf.pages(bytes, SCREEN_DPI));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void shown(@Nullable Made made, @Nullable Throwable e, Words w) {
        if (made == null || e != null) {
            told.set(w.get("print.failed"));
            pages.set(List.of());
        } else {
            pdf = made.pdf();
            pages.set(made.pages());
        }
    }

    /// The small pictures that can be had; one that cannot is only named.
    private CompletableFuture<Map<String, Dots>> pictures(List<FileItem> items) {
        Map<String, Dots> all = new ConcurrentHashMap<>();
        List<CompletableFuture<?>> coming = items.stream()
                .filter(i -> i.openable() && i.file().picture() && !i.covered() && !i.original())
                .<CompletableFuture<?>>map(i -> files.large(i, 480).handle((dots, e) -> {
                    if (dots != null) {
                        all.put(i.file().sha256(), dots);
                    }
                    return dots;
                }))
                .toList();
        return CompletableFuture.allOf(coming.toArray(CompletableFuture[]::new)).thenApply(v -> new HashMap<>(all));
    }

    void save(Path to, Words w) {
        byte[] bytes = pdf;
        var _ = CompletableFuture.runAsync(() -> {
                    try {
                        Files.write(to, bytes);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .whenComplete((v, e) -> fx.execute(() -> told.set(
                        e == null ? w.get("print.saved", String.valueOf(to.getFileName())) : w.get("print.notSaved"))));
    }

    /// The pages as a printer needs them.
    CompletableFuture<List<Dots>> forPaper() {
        byte[] bytes = pdf;
        return CompletableFuture.supplyAsync(() -> {
            try {
                return CasePdf.pages(bytes, PAPER_DPI);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    boolean ready() {
        return pdf.length > 0;
    }
}
