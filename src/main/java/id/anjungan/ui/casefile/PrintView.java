package id.anjungan.ui.casefile;

import id.anjungan.media.Dots;
import id.anjungan.ui.control.ActionButton;
import id.anjungan.ui.control.EmptyState;
import id.anjungan.ui.control.Words;
import id.anjungan.ui.fx.FxThread;
import id.anjungan.ui.fx.Scope;
import id.anjungan.ui.fx.View;
import java.io.File;
import java.util.List;
import javafx.print.PageLayout;
import javafx.print.PrinterJob;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// The pages of a case as they will be on paper, and the two ways there: a printer, or a PDF file.
public final class PrintView extends View {
    private static final double PAGE = 310;

    private final CaseFileViewModel vm;
    private final PrintModel model;
    private final Words w;
    private final VBox pages = new VBox(12);
    private final Label told = new Label();
    private final CheckBox named = new CheckBox();
    private final ActionButton print;
    private final ActionButton save;

    public PrintView(CaseFileViewModel vm, Words w) {
        super(new VBox(12));
        this.vm = vm;
        this.model = vm.printing;
        this.w = w;
        print = new ActionButton(w.get("print.print"), "").primary();
        print.setId("print-print");
        print.setOnAction(e -> toPrinter());
        save = new ActionButton(w.get("print.save"), "");
        save.setId("print-save");
        save.setOnAction(e -> toFile());
        named.setText(w.get("print.named"));
        named.setWrapText(true);
        named.setId("print-named");
        told.setWrapText(true);
        told.getStyleClass().addAll("muted", "secondary");
        HBox buttons = new HBox(8, print, save);
        pages.getStyleClass().add("print-pages");
        ScrollPane scroll = new ScrollPane(pages);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("files-row");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        ((VBox) root()).getChildren().setAll(buttons, named, told, scroll);
    }

    @Override
    protected void attached(Scope on) {
        named.setSelected(model.named.get());
        on.add(named.selectedProperty().subscribe((was, is) -> {
            model.named.set(is);
            vm.print();
        }));
        on.show(model.mayName, may -> {
            named.setVisible(may);
            named.setManaged(may);
        });
        on.show(model.told, text -> {
            told.setText(text);
            told.setVisible(!text.isEmpty());
            told.setManaged(!text.isEmpty());
        });
        on.show(model.pages, this::show);
    }

    private void show(@Nullable List<Dots> now) {
        print.setDisable(now == null || now.isEmpty());
        save.setDisable(now == null || now.isEmpty());
        if (now == null) {
            pages.getChildren().setAll(new EmptyState("mdoal-hourglass_empty", w.get("print.making"), ""));
            return;
        }
        pages.getChildren().setAll(now.stream().map(PrintView::page).toList());
    }

    private static Region page(Dots dots) {
        ImageView v = new ImageView(FileTile.image(dots));
        v.setFitWidth(PAGE);
        v.setPreserveRatio(true);
        v.setSmooth(true);
        StackPane sheet = new StackPane(v);
        sheet.getStyleClass().add("print-page");
        sheet.setMaxWidth(Region.USE_PREF_SIZE);
        return sheet;
    }

    private @Nullable Window window() {
        var scene = root().getScene();
        return scene == null ? null : scene.getWindow();
    }

    private void toFile() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(w.get("print.save"));
        chooser.setInitialFileName(model.number() + ".pdf");
        chooser.getExtensionFilters().setAll(new FileChooser.ExtensionFilter("PDF", "*.pdf"));
        File to = chooser.showSaveDialog(window());
        if (to != null) {
            model.save(to.toPath(), w);
        }
    }

    /// A machine without a printer says so; the PDF is there all the same.
    private void toPrinter() {
        PrinterJob job = PrinterJob.createPrinterJob();
        if (job == null) {
            model.told.set(w.get("print.noPrinter"));
        } else if (job.showPrintDialog(window())) {
            var _ = model.forPaper().whenComplete((sheets, e) -> FxThread.run(() -> printed(job, sheets, e)));
        }
    }

    private void printed(PrinterJob job, @Nullable List<Dots> sheets, @Nullable Throwable e) {
        boolean all = e == null && sheets != null;
        PageLayout layout = job.getJobSettings().getPageLayout();
        for (Dots page : all && sheets != null ? sheets : List.<Dots>of()) {
            ImageView v = new ImageView(FileTile.image(page));
            v.setPreserveRatio(true);
            v.setFitWidth(layout.getPrintableWidth());
            v.setFitHeight(layout.getPrintableHeight());
            all &= job.printPage(layout, v);
        }
        all &= job.endJob();
        model.told.set(w.get(all ? "print.printed" : "print.notPrinted"));
    }
}
