package id.anjungan.ui.shell.wall;

import id.anjungan.ui.wallboard.Sight;
import javafx.beans.property.ObjectProperty;

/// The walls this desk can send: the windows on its monitors, and how they are looked at.
public record Walls(WallWindows windows, ObjectProperty<Sight> sight) {}
