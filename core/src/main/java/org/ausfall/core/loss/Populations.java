package org.ausfall.core.loss;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ausfall.core.evidence.Company;
import org.ausfall.core.evidence.Evidence;
import org.ausfall.core.evidence.Retailer;

/** Who is summed up with whom: the monitored population, all listed companies, sectors, and the values of an analyst's own columns. */
final class Populations {
    /** Scope of all listed companies. */
    static final String SP500 = "sp500";

    /** Scope of the sector Financials. */
    static final String FINANCIAL_SERVICES = "financial-services";

    private static final String FINANCIALS = "Financials";

    /** The one name that a column of an analyst cannot have, because its scopes would be those of the sectors. */
    private static final String SECTOR =
            PopulationLoss.SECTOR_PREFIX.substring(0, PopulationLoss.SECTOR_PREFIX.length() - 1);

    private final Evidence evidence;
    private final List<String> columns;

    Populations(Evidence evidence, List<String> columns) {
        this.evidence = evidence;
        // A column named twice would count its companies twice.
        this.columns = columns.stream().distinct().toList();
    }

    /** Why populations cannot be made of these columns; empty if they can. */
    static Optional<String> refusal(List<String> columns, Evidence evidence) {
        return columns.contains(SECTOR)
                ? Optional.of("the scopes '" + PopulationLoss.SECTOR_PREFIX
                        + "...' are those of the sectors, which are summed up "
                        + "anyway; give your column another name than '" + SECTOR + "'")
                : missing(columns, evidence);
    }

    private static Optional<String> missing(List<String> columns, Evidence evidence) {
        TreeSet<String> known = new TreeSet<>();
        attributes(evidence).forEach(attributes -> known.addAll(attributes.keySet()));
        known.remove(SECTOR);
        return columns.stream()
                .filter(column -> !known.contains(column))
                .findFirst()
                .map(column -> "neither companies.csv nor retailers.csv has values in a column '" + column + "'; "
                        + (known.isEmpty()
                                ? "add one to your own list"
                                : "choose one of " + String.join(", ", known) + ", or add one to your own list"));
    }

    private static Stream<Map<String, String>> attributes(Evidence evidence) {
        return Stream.concat(
                evidence.companies().stream().map(Company::attributes),
                evidence.retailers().stream().map(Retailer::attributes));
    }

    /** All scopes: the monitored population, the listed companies, sectors by name, then column by column the values by name. */
    List<String> scopes() {
        List<String> scopes = new ArrayList<>(List.of(monitored()));
        if (!evidence.companies().isEmpty()) {
            scopes.add(SP500);
            scopes.add(FINANCIAL_SERVICES);
        }
        TreeSet<String> sectors = new TreeSet<>();
        evidence.companies().forEach(company -> sectors.add(PopulationLoss.SECTOR_PREFIX + company.sector()));
        scopes.addAll(sectors);
        for (String column : columns) {
            scopes.addAll(attributes(evidence)
                    .flatMap(attributes -> value(column, attributes).stream())
                    .collect(Collectors.toCollection(TreeSet::new)));
        }
        return scopes;
    }

    /** The scope of the monitored population. */
    String monitored() {
        return evidence.event().population().scope();
    }

    private static Optional<String> value(String column, Map<String, String> attributes) {
        return Optional.ofNullable(attributes.get(column)).map(value -> column + ":" + value);
    }

    /** The scopes of a listed company. */
    List<String> of(Company company) {
        List<String> scopes = new ArrayList<>(List.of(SP500));
        if (company.sector().equals(FINANCIALS)) {
            scopes.add(FINANCIAL_SERVICES);
        }
        scopes.add(PopulationLoss.SECTOR_PREFIX + company.sector());
        scopes.addAll(own(company.attributes()));
        return scopes;
    }

    /**
     * The scopes of monitored sites of one owner. What the list of companies says in a column goes before what that of retailers says,
     * so that nobody stands in two populations of a column because the lists differ.
     */
    List<String> of(Collection<Retailer> retailers, Optional<Company> owner) {
        List<String> scopes = new ArrayList<>(List.of(monitored()));
        owner.ifPresent(listed -> scopes.addAll(of(listed)));
        Map<String, String> attributes = new TreeMap<>();
        retailers.forEach(retailer -> retailer.attributes().forEach(attributes::putIfAbsent));
        owner.ifPresent(
                listed -> attributes.keySet().removeAll(listed.attributes().keySet()));
        scopes.addAll(own(attributes));
        return List.copyOf(scopes);
    }

    private List<String> own(Map<String, String> attributes) {
        return columns.stream()
                .flatMap(column -> value(column, attributes).stream())
                .toList();
    }

    /** The name to show. */
    String label(String scope) {
        Map<String, String> labels = new TreeMap<>();
        labels.put(monitored(), evidence.event().population().label());
        labels.put(SP500, "S&P 500");
        labels.put(FINANCIAL_SERVICES, "financial services");
        return labels.getOrDefault(scope, scope.substring(scope.indexOf(':') + 1));
    }
}
