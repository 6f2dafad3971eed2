package org.ausfall.core.assumption;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A complete set of beliefs, kept in the order of their keys.
 *
 * @param beliefs every belief, keys unique
 * @param sectors which beliefs apply to which sector
 * @param profiles when revenue comes in
 * @param response how visitors react to delay
 */
public record Assumptions(
        List<SourcedBelief> beliefs,
        List<SectorTraits> sectors,
        List<DemandProfile> profiles,
        ResponseCurves response) {
    /** Puts the beliefs into the order of their keys and checks that no key stands twice. */
    public Assumptions {
        beliefs = beliefs.stream()
                .sorted(Comparator.comparing(SourcedBelief::key))
                .toList();
        sectors = sectors.stream()
                .sorted(Comparator.comparing(SectorTraits::sector))
                .toList();
        profiles = profiles.stream()
                .sorted(Comparator.comparing(DemandProfile::name))
                .toList();
        Map<String, SourcedBelief> byKey = new LinkedHashMap<>();
        for (SourcedBelief belief : beliefs) {
            if (byKey.put(belief.key(), belief) != null) {
                throw new IllegalArgumentException("belief stands twice: " + belief.key());
            }
        }
    }

    /** The belief for that scope. */
    public Optional<SourcedBelief> find(BeliefName name, String scope) {
        // A loop, because a run asks some ten thousand times before a stream gets fast.
        for (SourcedBelief belief : beliefs) {
            if (belief.name() == name && belief.scope().equals(scope)) {
                return Optional.of(belief);
            }
        }
        return Optional.empty();
    }

    /**
     * The belief for that scope.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Belief get(BeliefName name, String scope) {
        return find(name, scope)
                .map(SourcedBelief::belief)
                .orElseThrow(() -> new IllegalArgumentException("no belief " + name.code() + " for " + scope));
    }

    /**
     * The season index of a profile on a date: the belief for its quarter (scope {@code retail/Q1}) if there is one, else that for the
     * whole year (scope {@code retail}).
     *
     * @throws IllegalArgumentException if there is neither
     */
    public SourcedBelief season(String profile, LocalDate date) {
        return find(BeliefName.SEASON_INDEX, profile + "/Q" + ((date.getMonthValue() + 2) / 3))
                .or(() -> find(BeliefName.SEASON_INDEX, profile))
                .orElseThrow(() -> new IllegalArgumentException("no season index for " + profile + " on " + date));
    }

    /** All beliefs of a name, by scope. */
    public List<SourcedBelief> all(BeliefName name) {
        return beliefs.stream().filter(belief -> belief.name() == name).toList();
    }

    /** The traits of a sector. */
    public Optional<SectorTraits> findSector(String sector) {
        return sectors.stream().filter(traits -> traits.sector().equals(sector)).findFirst();
    }

    /**
     * The profile of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public DemandProfile profile(String name) {
        return profiles.stream()
                .filter(profile -> profile.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no demand profile " + name));
    }

    /** The same set with one belief replaced or added. */
    public Assumptions with(SourcedBelief replacement) {
        List<SourcedBelief> changed = new ArrayList<>(beliefs);
        changed.removeIf(belief -> belief.key().equals(replacement.key()));
        changed.add(replacement);
        return new Assumptions(changed, sectors, profiles, response);
    }
}
