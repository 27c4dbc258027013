package id.anjungan.ui.shell;

import id.anjungan.state.Desk;
import id.anjungan.ui.control.Access;
import id.anjungan.ui.control.Act;
import id.anjungan.ui.control.Freshness;
import id.anjungan.ui.control.FreshnessMark;
import id.anjungan.ui.control.KeyHint;
import id.anjungan.ui.control.NavTab;
import id.anjungan.ui.control.Pill;
import id.anjungan.ui.control.Tone;
import id.anjungan.ui.control.Words;
import id.anjungan.ui.fx.Scope;
import id.anjungan.ui.fx.View;
import id.anjungan.text.Lang;
import id.anjungan.ui.search.SearchViewModel;
import id.anjungan.ui.settings.SettingsViewModel;
import java.util.List;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.IntegerProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// Where one is, what one looks for, how the connection stands, what time it is at the server, who one is.
final class TopBar extends View {
    /// Where the bar is narrower, keys stand in the tooltips and in the list of keys alone.
    private static final double ROOM_FOR_KEYS = 1_280;
    private static final double ROOM_FOR_DETAILS = 1_150;

    private final ShellViewModel vm;
    private final Desk desk;
    private final Words w;
    private final SearchViewModel finding;
    private final SettingsViewModel settings;
    private final IntegerProperty chatsWaiting;
    private final TextField search = new TextField();
    private final FreshnessMark mark = new FreshnessMark();
    private final Label link = new Label();
    private final Label detail = new Label();
    private final Label clock = new Label();
    private final Label zone = new Label();
    private final NavTab console;
    private final NavTab chats;
    private final BooleanBinding wide;
    private final BooleanBinding roomy;

    TopBar(
            ShellViewModel vm, Desk desk, Words w, SearchViewModel finding, SettingsViewModel settings,
            IntegerProperty chatsWaiting) {
        super(new HBox());
        this.vm = vm;
        this.desk = desk;
        this.w = w;
        this.finding = finding;
        this.settings = settings;
        this.chatsWaiting = chatsWaiting;
        wide = ((HBox) root()).widthProperty().greaterThan(ROOM_FOR_KEYS);
        roomy = ((HBox) root()).widthProperty().greaterThan(ROOM_FOR_DETAILS);
        console = tab("shell.nav.console", Page.CONSOLE);
        chats = tab("shell.nav.chats", Page.CHATS);
        ToggleGroup one = new ToggleGroup();
        one.getToggles().setAll(console, chats);
        HBox bar = (HBox) root();
        bar.getStyleClass().add("top-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        HBox nav = new HBox(console, chats);
        nav.setAlignment(Pos.CENTER_LEFT);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.SOMETIMES);
        bar.getChildren().setAll(name(), nav, searchBox(), gap, status(), time(), looks(), operator());
    }

    private NavTab tab(String key, Page page) {
        NavTab tab = new NavTab(w.get(key), w.key(page == Page.CONSOLE ? Act.CONSOLE : Act.CHATS));
        tab.showKey(wide);
        tab.setId("nav-" + page.name().toLowerCase(java.util.Locale.ROOT));
        tab.setOnAction(e -> vm.page.set(page));
        return tab;
    }

    private KeyHint hint(Act act) {
        KeyHint hint = new KeyHint(w.key(act));
        hint.visibleProperty().bind(wide);
        hint.managedProperty().bind(wide);
        return hint;
    }

    /// Shown only while nothing that matters more is cut for it.
    private Label whereRoomy(Label label) {
        label.visibleProperty().bind(roomy);
        label.managedProperty().bind(roomy);
        return label;
    }

    private Node name() {
        Label product = new Label(w.get("shell.product"));
        product.getStyleClass().add("product");
        Label city = new Label(w.city().name());
        whereRoomy(city).getStyleClass().add("city");
        HBox box = new HBox(9, product, city);
        box.setAlignment(Pos.BASELINE_LEFT);
        box.setMaxHeight(Region.USE_PREF_SIZE);
        box.setMinWidth(Region.USE_PREF_SIZE);
        return box;
    }

    private Node searchBox() {
        Access.prompt(search, w.get("shell.search.prompt"));
        search.setId("search");
        search.getStyleClass().add("search-box");
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::searching);
        KeyHint hint = new KeyHint(w.key(Act.SEARCH));
        hint.setMouseTransparent(true);
        StackPane.setAlignment(hint, Pos.CENTER_RIGHT);
        StackPane box = new StackPane(search, hint);
        box.getStyleClass().add("search-holder");
        HBox.setHgrow(box, Priority.ALWAYS);
        return box;
    }

    private void searching(KeyEvent e) {
        switch (e.getCode()) {
            case DOWN -> finding.move(1);
            case UP -> finding.move(-1);
            case ENTER -> choose(e.isShortcutDown());
            case TAB -> {
                if (e.isShiftDown() || !finding.complete()) {
                    return;
                }
                search.end();
            }
            case ESCAPE -> {
                finding.close();
                root().requestFocus();
            }
            default -> {
                return;
            }
        }
        e.consume();
    }

    /// What was chosen may put another line into the box, to be looked at further.
    private void choose(boolean inQueue) {
        if (inQueue ? finding.toQueue() : finding.choose()) {
            if (search.getText().isEmpty()) {
                root().requestFocus();
            } else {
                search.end();
            }
        }
    }

    private Node status() {
        link.getStyleClass().add("strong");
        whereRoomy(detail).getStyleClass().add("figure");
        Pill pill = new Pill(mark, link, detail, hint(Act.STATUS));
        pill.setId("status");
        pill.setOnAction(e -> vm.toggle(Overlay.STATUS));
        return pill;
    }

    private Node time() {
        clock.getStyleClass().addAll("server-clock", "figure");
        whereRoomy(zone).getStyleClass().add("muted");
        HBox box = new HBox(6, clock, zone);
        box.setAlignment(Pos.BASELINE_LEFT);
        box.setMaxHeight(Region.USE_PREF_SIZE);
        box.setMinWidth(Region.USE_PREF_SIZE);
        return box;
    }

    /// Language and theme, each a press away.
    private Node looks() {
        Button language = new Button(w.text().lang() == Lang.ID ? "ID" : "EN");
        language.setId("language");
        language.setAccessibleText(w.get("shell.settings.language"));
        language.setTooltip(new Tooltip(w.get("shell.settings.language") + " · " + w.key(Act.LANGUAGE)));
        language.setOnAction(e -> settings.toggleLanguage());
        Button theme = new Button("", new FontIcon("mdal-brightness_6"));
        theme.setId("theme");
        theme.setAccessibleText(w.get("shell.settings.theme"));
        theme.setTooltip(new Tooltip(w.get("shell.settings.theme") + " · " + w.key(Act.THEME)));
        theme.setOnAction(e -> settings.toggleTheme());
        HBox box = new HBox(2, language, theme);
        box.setAlignment(Pos.CENTER);
        for (Button b : List.of(language, theme)) {
            b.getStyleClass().setAll("icon-button", "look");
            b.setMinWidth(Region.USE_PREF_SIZE);
        }
        return box;
    }

    private Node operator() {
        Label role = new Label(w.text().of(desk.actor().role()));
        whereRoomy(role).getStyleClass().add("muted");
        Pill pill = new Pill(new Label(vm.operator()), role, hint(Act.SETTINGS));
        pill.setId("operator");
        pill.setOnAction(e -> vm.toggle(Overlay.SETTINGS));
        return pill;
    }

    @Override
    protected void attached(Scope on) {
        search.textProperty().bindBidirectional(finding.textProperty());
        on.onEnd(() -> search.textProperty().unbindBidirectional(finding.textProperty()));
        on.follow(desk.status()::subscribe, vm::show);
        on.everySecond(desk::now, vm::tick);
        on.show(vm.clock, clock::setText);
        on.show(vm.zone, zone::setText);
        on.show(vm.status, this::status);
        on.show(vm.page, page -> (page == Page.CONSOLE ? console : chats).setSelected(true));
        on.show(
                chatsWaiting,
                n -> chats.setWaiting(n.intValue() == 0 ? "" : w.formats().number(n.longValue())));
    }

    private void status(@Nullable StatusTexts s) {
        if (s != null) {
            link.setText(s.link());
            detail.setText("· " + s.detail());
            s.tone().on(link);
            mark.show(s.freshness(), "");
        }
    }

    void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }

    /// Where the list of what was found hangs.
    Region searchField() {
        return search;
    }
}
