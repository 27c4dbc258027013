package id.anjungan.central;

import id.anjungan.domain.Command;
import id.anjungan.domain.Context;
import id.anjungan.domain.Decision;
import id.anjungan.domain.View;

/// Who decides: `Decide.decide`, or in tests one that fails on purpose.
interface Decider {
    Decision decide(View view, Command command, Context context);
}
