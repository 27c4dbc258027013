package id.anjungan.ui.search;

import id.anjungan.state.CaseFile;
import id.anjungan.state.QueueFilter;
import java.util.List;
import java.util.UUID;

/// What choosing something that was found does to the rest of the desk. On the JavaFX thread.
public interface Hands {
    void open(UUID caseId);

    /// Shows a case that is not on this desk, to be read only.
    void read(CaseFile older);

    /// Shows the queue so filtered.
    void filter(QueueFilter filter);

    /// All that can be done, in the language of the window.
    List<Doable> doables();
}
