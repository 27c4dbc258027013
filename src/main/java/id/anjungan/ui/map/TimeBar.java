package id.anjungan.ui.map;

import id.anjungan.ui.control.Act;
import id.anjungan.ui.control.Words;
import id.anjungan.ui.fx.Scope;
import javafx.animation.AnimationTimer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/// Which hours the map tells of: the window, a slider into the past, and a button that plays it.
final class TimeBar extends HBox {
    private final TimeWindow time;
    private final Words w;
    private final Button window = new Button();
    private final Button play = new Button("", new FontIcon("mdomz-play_arrow"));
    private final Slider slider = new Slider(-TimeWindow.FURTHEST_MINUTES, 0, 0);
    private final Label when = new Label();
    private boolean following;

    TimeBar(TimeWindow time, Words w) {
        super(8);
        this.time = time;
        this.w = w;
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("map-time");
        window.getStyleClass().setAll("map-window");
        window.setOnAction(e -> time.next());
        window.setFocusTraversable(false);
        window.setTooltip(new Tooltip(w.get("map.time.window") + " · " + w.key(Act.MAP_WINDOW)));
        play.getStyleClass().setAll("icon-button");
        play.setAccessibleText(w.get("map.time.play") + ", " + w.key(Act.MAP_REPLAY));
        play.setTooltip(new Tooltip(w.get("map.time.play") + " · " + w.key(Act.MAP_REPLAY)));
        play.setFocusTraversable(false);
        play.setOnAction(e -> time.play());
        slider.setPrefWidth(150);
        slider.setBlockIncrement(15);
        slider.setAccessibleText(w.get("map.time.back"));
        slider.valueProperty().subscribe(v -> {
            if (!following) {
                time.playing.set(false);
                time.back.set(-v.doubleValue());
            }
        });
        when.getStyleClass().add("figure");
        when.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().setAll(window, play, slider, when);
    }

    void attached(Scope on) {
        on.show(time.hours, h -> window.setText(h.intValue() == 0
                ? w.get("map.time.all")
                : w.get("map.window", w.formats().number(h.intValue()))));
        on.show(time.back, b -> moved());
        on.show(time.playing, p -> play.setGraphic(new FontIcon(p ? "mdomz-pause" : "mdomz-play_arrow")));
        AnimationTimer timer = new AnimationTimer() {
            private long last;

            @Override
            public void handle(long now) {
                if (last > 0 && time.playing.get()) {
                    time.played((now - last) / 1e9);
                }
                last = now;
            }
        };
        on.show(time.playing, p -> {
            if (p) {
                timer.start();
            } else {
                timer.stop();
            }
        });
        on.onEnd(timer::stop);
    }

    private void moved() {
        following = true;
        slider.setValue(-time.back.get());
        following = false;
        when.setText(time.live()
                ? w.get("map.time.now")
                : w.formats().timeOfDay(time.at()) + " " + w.get("map.time.ago", w.formats().age(java.time.Duration.ofMinutes((long) time.back.get()))));
        when.getStyleClass().remove("as-high");
        if (!time.live()) {
            when.getStyleClass().add("as-high");
        }
    }
}
