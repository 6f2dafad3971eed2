package org.ausfall.report.wording;

import java.util.Optional;
import org.ausfall.core.analysis.Findings;
import org.ausfall.core.exposure.Exposure;
import org.ausfall.core.exposure.MeasuredExposure;
import org.ausfall.core.loss.LossDistribution;
import org.ausfall.core.loss.PopulationLoss;

/** The findings in two sentences, the same on the terminal and in the report. */
public final class Headline {
    private Headline() {}

    /** Who was touched and what it cost, as one sentence. */
    public static String sentence(Findings findings) {
        return touched(findings) + "; " + cost(findings) + ".";
    }

    /** Who was touched, without the full stop: {@code 54 of 100 online retailers were at least 20 % slower or down (3 down)}. */
    public static String touched(Findings findings) {
        Exposure exposure = findings.exposure();
        String label = label(findings);
        if (exposure.listed() == 0) {
            return "No " + label + " are listed, so nobody can be said to have been touched";
        }
        if (exposure.measurable() == 0) {
            return "None of the " + exposure.listed() + " " + label
                    + " is measurable, so how many were touched is not known";
        }
        return count(
                        exposure,
                        label
                                + MeasuredText.range(exposure)
                                        .map(range -> " (" + range + ")")
                                        .orElse(""))
                + " at least " + exposure.threshold().percent() + " % slower" + beyond(exposure) + " or down"
                + remark(exposure);
    }

    private static String beyond(Exposure exposure) {
        return switch (exposure.profile()) {
            case APICA_2017 -> "";
            case STRICT -> " (by 100 ms or more and beyond chance)";
        };
    }

    private static String count(Exposure exposure, String label) {
        int affected = exposure.affected();
        int measurable = exposure.measurable();
        String who = (measurable < exposure.listed() ? "measurable " : "") + label;
        if (affected == 0) {
            return "None of " + measurable + " " + who + " was";
        }
        if (affected == measurable && affected > 1) {
            return "All " + measurable + " " + who + " were";
        }
        return affected + " of " + measurable + " " + who + Counted.word(affected, " was", " were");
    }

    private static String remark(Exposure exposure) {
        int unknown = exposure.listed() - exposure.measurable();
        String down = exposure.down() > 0 ? exposure.down() + " down" : "";
        String missing = unknown > 0 ? unknown + " of " + exposure.listed() + " not measurable" : "";
        String both = down + (down.isEmpty() || missing.isEmpty() ? "" : "; ") + missing;
        return both.isEmpty() ? "" : " (" + both + ")";
    }

    /** What it cost the monitored population, without the full stop. */
    public static String cost(Findings findings) {
        return monitored(findings)
                .filter(population -> population.companies() > 0)
                .map(population -> cost(label(findings), population.gross()))
                .orElse("what that cost could not be estimated");
    }

    private static String cost(String label, LossDistribution gross) {
        return "estimated lost sales of the monitored " + label + " " + MoneyText.of(gross.p50()) + " (90 % range "
                + MoneyText.range(gross.p05(), gross.p95()) + ") before sales came back";
    }

    /** The loss of the monitored population, where there is one. */
    public static Optional<PopulationLoss> monitored(Findings findings) {
        String scope = findings.evidence().event().population().scope();
        return findings.losses().populations().stream()
                .filter(population -> population.scope().equals(scope))
                .findFirst();
    }

    /** Which definition was used, what cannot be known, and how much is reconstructed. */
    public static String qualification(Findings findings) {
        String definition = "Affected means " + definition(findings.exposure()) + ".";
        return findings.exposure().measurable() == 0
                ? definition
                : definition + " " + unknowns(findings) + reconstructed(findings);
    }

    /** The definition with its name: {@code slower by 20 % or more, or down (profile apica-2017)}. */
    public static String definition(Exposure exposure) {
        String percent = exposure.threshold().percent();
        String rule = switch (exposure.profile()) {
            case APICA_2017 -> "slower by " + percent + " % or more, or down";
            case STRICT ->
                "slower by " + percent + " % or more and by at least 100 ms, with the lower end of the 90 % "
                        + "Hodges-Lehmann interval above zero, or down";
        };
        return rule + " (profile " + exposure.profile().code() + ")";
    }

    /** What summaries cannot tell; from raw measurements, what normal days look like, and a warning where they are too noisy. */
    public static String unknowns(Findings findings) {
        Optional<MeasuredExposure> measured = findings.exposure().measured();
        if (measured.isPresent()) {
            String noise = MeasuredText.noise(measured.get());
            return noise
                    + (noise.isEmpty() ? "" : " ")
                    + MeasuredText.placebo(findings.exposure(), measured.get().placebo());
        }
        String why = findings.exposure().reconstructed() > 0
                ? "Only totals were published"
                : "Only one summary a site is at hand, not its single measurements";
        return why + ", so neither the range of this count nor the placebo (how many this method calls affected on a "
                + "normal day) can be known.";
    }

    /** How much is reconstructed, as a sentence after a space; empty where nothing is. */
    private static String reconstructed(Findings findings) {
        int reconstructed = findings.exposure().reconstructed();
        return reconstructed == 0
                ? ""
                : " " + reconstructed + " of the " + findings.exposure().measurable() + " "
                        + Counted.word(reconstructed, "is", "are")
                        + " reconstructed"
                        + (findings.evidence().raw().isPresent()
                                ? ": made up for this demonstration."
                                : " so that the published totals hold.");
    }

    /** How the population is called in a sentence: {@code online retailers}. */
    public static String label(Findings findings) {
        return findings.evidence().event().population().label();
    }
}
