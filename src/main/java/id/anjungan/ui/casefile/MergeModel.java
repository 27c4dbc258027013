package id.anjungan.ui.casefile;

import id.anjungan.domain.Case;
import id.anjungan.domain.Command;
import id.anjungan.domain.Decision;
import id.anjungan.state.Desk;
import id.anjungan.state.Merging;
import id.anjungan.state.Receipt;
import id.anjungan.ui.control.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

/// Merging cases and taking them apart, each as one action that one undo takes back. On the JavaFX thread.
final class MergeModel {
    private final Desk desk;
    private final ObservableValue<Words> words;
    private final Consumer<Runnable> door;
    /// What became of the last one, when it did not go as asked.
    final StringProperty said = new SimpleStringProperty("");

    MergeModel(Desk desk, ObservableValue<Words> words, Consumer<Runnable> door) {
        this.desk = desk;
        this.words = words;
        this.door = door;
    }

    /// Merges these into the open case and shows the one they have become; completes with whether all went well.
    CompletableFuture<Boolean> merge(Case open, List<UUID> others) {
        return desk.cases(others).thenCompose(cases -> {
            UUID main = Merging.main(open, cases).id();
            return give(Merging.commands(open, cases)).thenApply(done -> {
                if (done && !main.equals(open.id())) {
                    desk.select(main);
                }
                return done;
            });
        });
    }

    void apart(Case c) {
        var _ = give(Merging.apart(c));
    }

    private CompletableFuture<Boolean> give(List<Command> commands) {
        CompletableFuture<Boolean> here = new CompletableFuture<>();
        var _ = desk.submitAll(commands).whenComplete((receipts, failure) -> door.accept(() -> {
            said.set(failure != null ? words.getValue().get("shell.diskFailed") : refusals(receipts));
            here.complete(failure == null && said.get().isEmpty());
        }));
        return here;
    }

    private String refusals(List<Receipt> receipts) {
        List<String> why = new ArrayList<>();
        for (Receipt r : receipts) {
            if (r.decision() instanceof Decision.Refused no) {
                why.add(words.getValue().refusal(no, desk.now()));
            }
        }
        return String.join(" ", why.stream().distinct().toList());
    }
}
