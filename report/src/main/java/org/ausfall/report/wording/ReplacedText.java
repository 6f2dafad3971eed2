package org.ausfall.report.wording;

import java.util.List;
import java.util.stream.Collectors;
import org.ausfall.core.assumption.Belief;
import org.ausfall.core.assumption.Replacement;
import org.ausfall.core.assumption.SourcedBelief;

/** What an analyst believes instead of what the program brings along. */
public final class ReplacedText {
    private static final int SHOWN = 3;

    private ReplacedText() {}

    /** {@code 1 belief replaced: xi 0.3 (0.08 to 1.05) by 0.17 (0.07 to 0.3), set xi-experiments-only 1}; empty for none. */
    public static String sentence(List<Replacement> replacements) {
        if (replacements.isEmpty()) {
            return "";
        }
        String shown = replacements.stream().limit(SHOWN).map(ReplacedText::one).collect(Collectors.joining("; "));
        int rest = replacements.size() - SHOWN;
        return Counted.of(replacements.size(), "belief", "beliefs") + " replaced: " + shown
                + (rest > 0 ? "; and " + Counted.of(rest, "more", "more") : "") + ".";
    }

    private static String one(Replacement replacement) {
        return name(replacement.now()) + " " + value(replacement.was().belief()) + " by "
                + value(replacement.now().belief()) + ", set " + set(replacement);
    }

    private static String name(SourcedBelief belief) {
        return belief.scope().equals(SourcedBelief.ALL)
                ? belief.name().code()
                : belief.name().code() + " (" + belief.scope() + ")";
    }

    /** The set with its version: {@code xi-experiments-only 1}. */
    public static String set(Replacement replacement) {
        return replacement.set() + " " + replacement.version();
    }

    /** The median with its 90 % range: {@code 0.3 (0.08 to 1.05)}. */
    public static String value(Belief belief) {
        return SixDigits.format(belief.p50())
                + (belief instanceof Belief.Known
                        ? ""
                        : " (" + SixDigits.format(belief.p05()) + " to " + SixDigits.format(belief.p95()) + ")");
    }
}
