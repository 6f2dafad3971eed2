package org.ausfall.report.sheet;

/** The word that says what a result rests on. */
final class Basis {
    private Basis() {}

    /** A result with any reconstructed input is reconstructed, whatever else went into it. */
    static String of(boolean reconstructed) {
        return reconstructed ? "reconstructed" : "estimated";
    }
}
