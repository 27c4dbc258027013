package id.anjungan.state;

import java.util.Map;

/// Something the operator must be told about this desk's own files: what was damaged, where it is kept, how much was
/// rescued. `code` names the words, `args` fills them. Stays until put away.
public record FileNote(long number, String code, Map<String, String> args) {
    public FileNote {
        args = Map.copyOf(args);
    }
}
