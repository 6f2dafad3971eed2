package org.ausfall.core.exposure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ausfall.core.evidence.Retailer;
import org.ausfall.core.quantity.Share;

/**
 * The affected share by an attribute that the analyst's list of retailers has.
 *
 * @param column the attribute
 * @param groups one group a value, most sites first; sites without a value last
 */
public record GroupShares(String column, List<Group> groups) {
    private static final List<String> USUAL = List.of("sector", "category", "industry", "segment");

    /** Copies the groups. */
    public GroupShares {
        groups = List.copyOf(groups);
    }

    /**
     * The sites with one value.
     *
     * @param value the value; empty for sites without one
     * @param listed all of them
     * @param measurable those whose state is known
     * @param affected those that are affected, down ones included
     */
    public record Group(String value, int listed, int measurable, int affected) {
        /** Affected over measurable; empty where nothing is measurable. */
        public Optional<Share> share() {
            return measurable == 0 ? Optional.empty() : Optional.of(Share.of(affected, measurable));
        }
    }

    /** Groups sites by an attribute. */
    static GroupShares of(String column, List<SiteFinding> sites) {
        Map<String, List<SiteFinding>> byValue = new TreeMap<>();
        for (SiteFinding site : sites) {
            String value = site.retailer().attributes().getOrDefault(column, "");
            byValue.computeIfAbsent(value, any -> new ArrayList<>()).add(site);
        }
        List<Group> groups = byValue.entrySet().stream()
                .map(entry -> group(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing((Group group) -> group.value().isEmpty())
                        .thenComparing(group -> -group.listed()))
                .toList();
        return new GroupShares(column, groups);
    }

    private static Group group(String value, List<SiteFinding> sites) {
        return new Group(
                value,
                sites.size(),
                (int) sites.stream()
                        .filter(site -> site.state() != SiteState.NOT_MEASURABLE)
                        .count(),
                (int) sites.stream().filter(site -> site.state().isAffected()).count());
    }

    /** The first column that is called like a sector, if there is one. */
    static Optional<String> usual(List<Retailer> retailers) {
        TreeSet<String> columns = columns(retailers);
        return USUAL.stream()
                .flatMap(word -> columns.stream()
                        .filter(column -> column.toLowerCase(Locale.ROOT).equals(word)))
                .findFirst();
    }

    /** Why the share cannot be given by that column; empty if it can. */
    public static Optional<String> refusal(String column, List<Retailer> retailers) {
        TreeSet<String> columns = columns(retailers);
        return columns.contains(column)
                ? Optional.empty()
                : Optional.of("no retailer has a value in a column '" + column + "' of retailers.csv; "
                        + (columns.isEmpty()
                                ? "it has no further columns: add one, such as sector"
                                : "choose one of " + String.join(", ", columns)));
    }

    private static TreeSet<String> columns(List<Retailer> retailers) {
        TreeSet<String> columns = new TreeSet<>();
        retailers.forEach(retailer -> columns.addAll(retailer.attributes().keySet()));
        return columns;
    }
}
