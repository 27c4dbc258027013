package id.anjungan.ui.wallboard;

import id.anjungan.domain.Alarm;
import id.anjungan.domain.Priority;
import id.anjungan.state.AlarmRow;
import id.anjungan.state.ChannelTile;
import id.anjungan.state.DeskStatus;
import id.anjungan.state.DistrictFigure;
import id.anjungan.state.Figures;
import id.anjungan.state.MapData;
import id.anjungan.state.QueueRow;
import id.anjungan.state.WallData;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// All that a page may show, as it is now. `worst` is the top of the queue; `old` says that nothing comes in; `taking` is
/// the alarm that has taken the wall.
record WallMoment(
        @Nullable DeskStatus status,
        boolean old,
        Figures figures,
        List<QueueRow> worst,
        List<ChannelTile> tiles,
        List<DistrictFigure> districts,
        MapData map,
        List<AlarmRow> alarms,
        WallData wall,
        @Nullable UUID taking) {
    static final WallMoment NONE = new WallMoment(
            null, false, Figures.EMPTY, List.of(), List.of(), List.of(), MapData.EMPTY, List.of(), WallData.EMPTY, null);

    /// Emergencies nobody has acknowledged, worst first.
    List<UUID> emergencies() {
        return alarms.stream()
                .filter(WallMoment::emergency)
                .map(a -> a.alarm().id())
                .toList();
    }

    static boolean emergency(AlarmRow a) {
        return a.alarm().kind() == Alarm.Kind.EMERGENCY
                || (a.alarm().priority() == Priority.EMERGENCY && a.alarm().kind() != Alarm.Kind.SYSTEM);
    }

    WallMoment takenBy(@Nullable UUID alarm) {
        return new WallMoment(status, old, figures, worst, tiles, districts, map, alarms, wall, alarm);
    }
}
