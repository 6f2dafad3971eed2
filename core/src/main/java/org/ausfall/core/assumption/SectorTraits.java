package org.ausfall.core.assumption;

/**
 * Which class of belief applies to the companies of a sector.
 *
 * @param sector the sector's name
 * @param recaptureClass scope of {@link BeliefName#RECAPTURE_R}
 * @param halvingClass scope of {@link BeliefName#RECAPTURE_HALVING_H}
 * @param profile name of the {@link DemandProfile}
 * @param basis {@code assumption} or what it rests on
 */
public record SectorTraits(String sector, String recaptureClass, String halvingClass, String profile, String basis) {
    /** The row that stands for the monitored online retailers. */
    public static final String MONITORED_RETAIL = "online retail";
}
