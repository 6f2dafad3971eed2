package org.ausfall.core.assumption;

/**
 * A belief with its name and its reasons.
 *
 * @param name which number
 * @param scope for whom it holds: {@code all}, or a sector, class, zone or profile
 * @param belief what is believed
 * @param unit the unit of the values
 * @param basis the word assumption, or what the belief rests on
 * @param source the citation, or empty for a bare assumption
 * @param note what else a reader should know
 */
public record SourcedBelief(
        BeliefName name, String scope, Belief belief, String unit, String basis, String source, String note) {
    /** The scope of beliefs that hold for everyone. */
    public static final String ALL = "all";

    /** A stable key for streams and reports: {@code recapture_r/grocery}. */
    public String key() {
        return name.code() + "/" + scope;
    }
}
