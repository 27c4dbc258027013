package id.anjungan.domain;

import java.util.Map;

/// How a rule leaves a decision early. Never leaves `Decide.decide`; carries no stack trace, as it is an
/// answer and not a fault.
final class Refusing extends RuntimeException {
    private static final long serialVersionUID = 1L;

    final transient Refusal code;
    final transient Map<String, String> args;

    Refusing(Refusal code, Map<String, String> args) {
        super(code.name(), null, false, false);
        this.code = code;
        this.args = args;
    }
}
