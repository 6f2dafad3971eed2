package org.ausfall.core.sensitivity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.ausfall.core.assumption.Assumptions;
import org.ausfall.core.assumption.Belief;
import org.ausfall.core.assumption.BeliefName;
import org.ausfall.core.assumption.ResponseCurves;
import org.ausfall.core.assumption.SourcedBelief;

/**
 * Something that moves the loss: a belief, over all its scopes or in one of them, or a kind of chance.
 *
 * @param kind what it is
 * @param belief which belief; {@link Kind#BELIEF} only
 * @param scope the one scope that is meant; empty for all together
 */
public record Driver(Kind kind, Optional<BeliefName> belief, Optional<String> scope) {
    /** What a driver is. */
    public enum Kind {
        /** What the analyst believes. */
        BELIEF,
        /** How the day's revenue spreads over its hours. */
        HOURS_OF_THE_DAY,
        /** Which reconstructed retailer sells how much. */
        RECONSTRUCTED_SALES,
        /** Luck that all companies share. */
        CHANCE_OF_ALL,
        /** Luck that the companies of a sector share. */
        CHANCE_OF_SECTORS,
        /** A company's own luck. */
        CHANCE_OF_COMPANIES
    }

    /** A belief over all its scopes. */
    static Driver of(BeliefName belief) {
        return new Driver(Kind.BELIEF, Optional.of(belief), Optional.empty());
    }

    private static Driver of(Kind kind) {
        return new Driver(kind, Optional.empty(), Optional.empty());
    }

    /** The beliefs that have a range, and which of the response curves holds. */
    static List<Driver> beliefs(Assumptions assumptions) {
        return new TreeSet<>(assumptions.beliefs().stream()
                        .filter(Driver::isOpen)
                        .map(SourcedBelief::name)
                        .toList())
                .stream().map(Driver::of).toList();
    }

    private static boolean isOpen(SourcedBelief belief) {
        boolean ranges =
                !(belief.belief() instanceof Belief.Known) || belief.name() == BeliefName.RESPONSE_CURVE_WEIGHT;
        return ranges && !belief.name().standsApart();
    }

    /** The scopes of the beliefs that have several, one by one. */
    static List<Driver> scopes(Assumptions assumptions) {
        return assumptions.beliefs().stream()
                .filter(belief -> !(belief.belief() instanceof Belief.Known))
                .filter(belief -> assumptions.all(belief.name()).size() > 1)
                .map(belief -> new Driver(Kind.BELIEF, Optional.of(belief.name()), Optional.of(belief.scope())))
                .toList();
    }

    /** All that is drawn: every random stream that moves a loss belongs to one of these. */
    static List<Driver> drawn(Assumptions assumptions) {
        List<Driver> drivers = new ArrayList<>(beliefs(assumptions).stream()
                .filter(driver -> !driver.belongsToCompanies())
                .toList());
        for (Kind kind : Kind.values()) {
            if (kind != Kind.BELIEF) {
                drivers.add(of(kind));
            }
        }
        return List.copyOf(drivers);
    }

    /** Whether it is drawn anew for each company, so that it belongs to the luck of companies. */
    public boolean belongsToCompanies() {
        return belief.filter(name -> name == BeliefName.COMPANY_LAG_MIN || name == BeliefName.BASELINE_LOAD_S)
                .isPresent();
    }

    /** The name in files: {@code xi}, {@code pi_in_blast_zone/Energy}, {@code chance_of_all}. */
    public String code() {
        return belief.map(BeliefName::code).orElseGet(() -> kind.name().toLowerCase(Locale.ROOT))
                + scope.map(one -> "/" + one).orElse("");
    }

    /** Whether a random stream of that name is drawn for this. */
    boolean draws(String stream) {
        return switch (kind) {
            case BELIEF -> belief.filter(name -> draws(name, stream)).isPresent();
            case HOURS_OF_THE_DAY -> stream.startsWith("profile/");
            case RECONSTRUCTED_SALES -> stream.equals("reconstructed-sales");
            case CHANCE_OF_ALL -> stream.equals("latent/hit") || stream.equals("latent/lag");
            case CHANCE_OF_SECTORS -> stream.startsWith("latent/hit/") || stream.startsWith("latent/lag/");
            case CHANCE_OF_COMPANIES -> stream.startsWith("company/");
        };
    }

    private static boolean draws(BeliefName name, String stream) {
        return switch (name) {
            case PI_IN_BLAST_ZONE -> stream.startsWith("pi/");
            case RESPONSE_CURVE_WEIGHT -> stream.equals("belief/response_curve");
            default -> stream.startsWith("belief/" + name.code() + "/");
        };
    }

    /**
     * The assumptions with this belief held at a standard normal score, in its scope or in all of them. Of the response curves
     * the first is at the low end and the second at the high end; in the middle both are as likely as they were.
     */
    Assumptions at(double z, Assumptions assumptions) {
        return belief.equals(Optional.of(BeliefName.RESPONSE_CURVE_WEIGHT))
                ? curve(z, assumptions)
                : score(z, assumptions);
    }

    private static Assumptions curve(double z, Assumptions assumptions) {
        return z == 0
                ? assumptions
                : weight(
                        z < 0 ? 1 : 0,
                        ResponseCurves.CONVERSION,
                        weight(z < 0 ? 0 : 1, ResponseCurves.ABANDONMENT, assumptions));
    }

    private static Assumptions weight(double weight, String curve, Assumptions assumptions) {
        return assumptions.with(with(
                new Belief.Known(weight),
                assumptions.find(BeliefName.RESPONSE_CURVE_WEIGHT, curve).orElseThrow()));
    }

    private Assumptions score(double z, Assumptions assumptions) {
        Assumptions changed = assumptions;
        for (SourcedBelief belief : belief.map(assumptions::all).orElse(List.of())) {
            if (scope.isEmpty() || scope.get().equals(belief.scope())) {
                changed = changed.with(with(new Belief.Held(belief.belief(), z), belief));
            }
        }
        return changed;
    }

    private static SourcedBelief with(Belief other, SourcedBelief belief) {
        return new SourcedBelief(
                belief.name(), belief.scope(), other, belief.unit(), belief.basis(), belief.source(), belief.note());
    }
}
