package id.anjungan.ui.casefile;

import id.anjungan.domain.Attachment;
import id.anjungan.domain.Command;
import id.anjungan.domain.Message;
import id.anjungan.domain.Right;
import id.anjungan.media.Dots;
import id.anjungan.state.CaseFile;
import id.anjungan.state.Desk;
import id.anjungan.state.DeskFiles;
import id.anjungan.state.QueueRow;
import id.anjungan.state.Receipt;
import id.anjungan.state.WaitingFile;
import id.anjungan.ui.control.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The files of the open case: what there is, what waits on this desk, which picture is open, and what is done with
/// them. `fx` runs on the JavaFX thread. On the JavaFX thread.
public final class FilesModel {
    private final Desk desk;
    private final ObservableValue<Words> words;
    private final Executor fx;
    private final Function<? super Command, ? extends CompletableFuture<Receipt>> submit;
    final Thumbnails thumbnails;

    final ObservableList<FileItem> items = FXCollections.observableArrayList();
    /// The file that is looked at; null when none is.
    final ObjectProperty<@Nullable FileItem> opened = new SimpleObjectProperty<>();
    /// What went wrong with the last thing that was asked for; empty when nothing did.
    final StringProperty problem = new SimpleStringProperty("");
    private final Set<String> uncovered = new HashSet<>();
    private @Nullable CaseFile file;
    private List<WaitingFile> waiting = List.of();
    /// What cases merged with this one carry: a merge moves nothing, and all of it is seen from each of them.
    private List<Message> merged = List.of();

    FilesModel(
            Desk desk, ObservableValue<Words> words, Function<? super Command, ? extends CompletableFuture<Receipt>> submit,
            Executor fx) {
        this.desk = desk;
        this.words = words;
        this.submit = submit;
        this.fx = fx;
        this.thumbnails = new Thumbnails(desk);
    }

    void show(@Nullable CaseFile next) {
        UUID was = file == null ? null : file.c().id();
        UUID is = next == null ? null : next.c().id();
        file = next;
        if (!java.util.Objects.equals(was, is)) {
            // What somebody chose to see they chose once.
            uncovered.clear();
            opened.set(null);
            problem.set("");
            merged = List.of();
        }
        tell();
        if (next != null) {
            others(next);
        }
    }

    private void others(CaseFile f) {
        List<UUID> ids = Stream.concat(f.merged().stream(), Stream.ofNullable(f.main())).map(QueueRow::id).toList();
        if (ids.isEmpty()) {
            merged = List.of();
            tell();
            return;
        }
        var _ = desk.files().withFiles(ids).thenAccept(found -> fx.execute(() -> {
            if (file != null && file.c().id().equals(f.c().id())) {
                merged = found;
                tell();
            }
        }));
    }

    void waiting(List<WaitingFile> now) {
        waiting = now;
        tell();
    }

    void tell() {
        CaseFile f = file;
        List<FileItem> now = f == null ? List.of() : items(f);
        if (!items.equals(now)) {
            items.setAll(now);
        }
        FileItem open = opened.get();
        if (open != null) {
            opened.set(now.stream().filter(i -> i.key().equals(open.key())).findFirst().orElse(null));
        }
    }

    private List<FileItem> items(CaseFile f) {
        List<FileItem> all = new ArrayList<>();
        Set<String> named = new HashSet<>();
        Stream.concat(f.messages().values().stream(), merged.stream())
                .sorted(Comparator.comparing(Message::at).thenComparing(Message::id))
                .forEach(m -> m.attachments().stream()
                        .filter(a -> !a.restricted() || desk.actor().may(Right.SEE_ORIGINAL))
                        .forEach(a -> {
                            named.add(m.id().toString());
                            all.add(item(f, m, a));
                        }));
        waiting.stream()
                .filter(w -> w.caseId().equals(f.c().id()) && !named.contains(w.id().toString()))
                .forEach(w -> all.add(new FileItem(
                        w.caseId(), null, w.file(), name(w.file()), words.getValue().get("files.waiting"),
                        covered(f, w.file()), false, w)));
        return all;
    }

    private FileItem item(CaseFile f, Message m, Attachment a) {
        Words w = words.getValue();
        boolean citizen = m.kind() == Message.Kind.REPORT || m.kind() == Message.Kind.INBOUND;
        String by = citizen ? w.get("files.reporter") : w.city().operator(m.author());
        String of = Stream.concat(f.merged().stream(), Stream.ofNullable(f.main()))
                .filter(r -> r.id().equals(m.about()))
                .findFirst()
                .map(r -> r.number() + " · ")
                .orElse("");
        return new FileItem(
                m.about(), m.id(), a, name(a), of + w.formats().when(m.at(), desk.now()) + " · " + by, covered(f, a),
                a.restricted(), null);
    }

    private String name(Attachment a) {
        String given = a.name();
        return given == null || given.isBlank()
                ? words.getValue().get(a.picture() ? "files.picture" : "files.file")
                : given;
    }

    /// Pictures of what is hard to see, and all of a sensitive case.
    private boolean covered(CaseFile f, Attachment a) {
        boolean hard = a.graphic() || a.restricted() || f.c().privacy().sensitive() || graphic(f.c().category());
        return a.picture() && hard && !uncovered.contains(a.sha256());
    }

    private boolean graphic(String category) {
        return words.getValue().city().graphic(category);
    }

    /// Shows what is covered, as long as the case is open here.
    void uncover(FileItem item) {
        uncovered.add(item.file().sha256());
        tell();
    }

    CompletableFuture<Dots> small(FileItem item) {
        return thumbnails.small(item.caseId(), item.file());
    }

    CompletableFuture<Dots> large(FileItem item, int most) {
        return thumbnails.read(item.caseId(), item.file(), most);
    }

    public boolean open() {
        return opened.get() != null;
    }

    /// Opens the first picture; false when there is nothing to open.
    public boolean openFirst() {
        FileItem first = items.stream().filter(FileItem::openable).findFirst().orElse(null);
        opened.set(first);
        return first != null;
    }

    void open(FileItem item) {
        opened.set(item);
    }

    public void close() {
        opened.set(null);
    }

    /// The next one that can be opened, or the one before.
    void step(int by) {
        List<FileItem> can = items.stream().filter(FileItem::openable).toList();
        FileItem now = opened.get();
        int at = now == null ? -1 : can.indexOf(now);
        if (at >= 0 && !can.isEmpty()) {
            opened.set(can.get(Math.floorMod(at + by, can.size())));
        }
    }

    /// Which of how many, from 1.
    String place() {
        List<FileItem> can = items.stream().filter(FileItem::openable).toList();
        FileItem now = opened.get();
        return now == null ? "" : words.getValue().get("files.place", can.indexOf(now) + 1, can.size());
    }

    /// Adds files from this computer to the open case.
    public void add(List<Path> paths) {
        for (Path p : paths) {
            add(String.valueOf(p.getFileName()), () -> Files.newInputStream(p));
        }
    }

    /// Adds bytes, such as a picture that was pasted.
    void add(String name, byte[] bytes) {
        add(name, () -> new java.io.ByteArrayInputStream(bytes));
    }

    private void add(String name, DeskFiles.Source from) {
        CaseFile f = file;
        if (f == null) {
            return;
        }
        problem.set("");
        var _ = desk.files().attach(f.c().id(), name, false, from).whenComplete((w, e) -> {
            if (e != null) {
                fx.execute(() -> problem.set(name + ": " + why(e)));
            }
        });
    }

    String why(Throwable e) {
        Throwable cause = e;
        while (cause instanceof java.util.concurrent.CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        DeskFiles.Unavailable.Why why = cause instanceof DeskFiles.Unavailable u ? u.why : DeskFiles.Unavailable.Why.FAILED;
        return words.getValue().get("files.why." + why.name());
    }

    /// Why the server does not take one, in words.
    String refused(WaitingFile.Reason why) {
        return words.getValue().get("files.refused." + why.name());
    }

    void forget(FileItem item) {
        WaitingFile w = item.waiting();
        if (w != null) {
            desk.files().forget(w.id());
        }
    }

    boolean canMark(FileItem item) {
        return item.message() != null && item.file().picture();
    }

    boolean canRedact(FileItem item) {
        return canMark(item) && item.openable();
    }

    /// Puts a picture behind a click for everybody, or takes it out again.
    void toggleGraphic(FileItem item) {
        UUID message = item.message();
        if (message != null) {
            uncovered.add(item.file().sha256());
            var _ = submit.apply(new Command.MarkGraphic(item.caseId(), message, item.file().sha256(), !item.file().graphic()));
        }
    }

    /// Makes the redacted picture and puts it in the place of the old one; completes with whether it was kept.
    CompletableFuture<Boolean> redact(FileItem item, List<id.anjungan.media.Redaction.Box> boxes) {
        UUID message = item.message();
        if (message == null || boxes.isEmpty()) {
            return CompletableFuture.completedFuture(false);
        }
        problem.set("");
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        var _ = desk.files().open(item.caseId(), item.file())
                .thenApplyAsync(path -> made(path, boxes))
                .thenCompose(png -> desk.files().redact(item.caseId(), message, item.file(), png))
                .whenComplete((w, e) -> fx.execute(() -> {
                    if (e != null) {
                        problem.set(why(e));
                    } else {
                        opened.set(null);
                    }
                    done.complete(e == null);
                }));
        return done;
    }

    private static byte[] made(Path path, List<id.anjungan.media.Redaction.Box> boxes) {
        try {
            return id.anjungan.media.Redaction.png(path, boxes);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /// Copies a file to where its user wants it.
    void save(FileItem item, Path to) {
        var _ = desk.files().open(item.caseId(), item.file())
                .thenAcceptAsync(path -> copied(path, to))
                .whenComplete((v, e) -> {
                    if (e != null) {
                        fx.execute(() -> problem.set(why(e)));
                    }
                });
    }

    private static void copied(Path from, Path to) {
        try {
            Files.copy(from, to, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
