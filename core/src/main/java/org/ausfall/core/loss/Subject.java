package org.ausfall.core.loss;

import java.util.List;
import java.util.Optional;
import org.ausfall.core.evidence.Provenance;

/**
 * One entry of the simulation: a listed company, or a retailer without one, with one set of draws however many populations it is
 * counted in.
 *
 * @param id ticker or retailer id
 * @param name the name to show
 * @param sector the sector it is shown in
 * @param scopes the populations it belongs to
 * @param approach how its loss is modelled
 * @param annualUsd the revenue at risk in a year
 * @param groupUsd the whole company's revenue, where it is listed and known
 * @param annualProvenance where {@code annualUsd} comes from
 * @param slowdownProvenance where its monitored times come from
 * @param windowUsd expected revenue during the window
 * @param windowHours length of the window
 * @param sources what loses
 */
record Subject(
        String id,
        String name,
        String sector,
        List<String> scopes,
        Approach approach,
        double annualUsd,
        Optional<Double> groupUsd,
        Provenance annualProvenance,
        Provenance slowdownProvenance,
        double windowUsd,
        double windowHours,
        List<LossSource> sources) {

    /** The annual figure to count it with: the group's revenue among listed companies, what is at risk among retailers. */
    double annualUsd(boolean listed) {
        return listed ? groupUsd.orElse(annualUsd) : annualUsd;
    }

    boolean reconstructed() {
        return annualProvenance == Provenance.RECONSTRUCTED || slowdownProvenance == Provenance.RECONSTRUCTED;
    }

    CompanyLoss loss(double hitShare, LossDistribution gross, LossDistribution net) {
        double whenHit = hitShare == 0 ? 0 : gross.mean() / hitShare;
        return new CompanyLoss(
                id,
                name,
                sector,
                scopes,
                approach,
                annualUsd,
                Math.max(0, annualUsd(true) - annualUsd),
                annualProvenance,
                slowdownProvenance,
                windowUsd,
                Subjects.flat8760(annualUsd, windowHours),
                hitShare,
                windowUsd == 0 ? 0 : whenHit / windowUsd,
                gross.mean() == 0 ? 0 : 1 - net.mean() / gross.mean(),
                gross,
                net);
    }
}
