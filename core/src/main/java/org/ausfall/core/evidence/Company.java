package org.ausfall.core.evidence;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.ausfall.core.quantity.Money;

/**
 * A listed company.
 *
 * @param ticker the key, unique
 * @param name the name to show
 * @param sector the industry sector (GICS), a key of the assumptions
 * @param revenue revenue of one year, group, world-wide; empty where unknown (no loss is then estimated)
 * @param year the calendar year most of that fiscal year lies in
 * @param revenueBasis how the revenue is known
 * @param sameCompanyAs the ticker of the share class that carries the company; such a row is never added again
 * @param attributes what the analyst's list says besides, by the name of the column, blanks left out
 */
public record Company(
        String ticker,
        String name,
        String sector,
        Optional<Money> revenue,
        OptionalInt year,
        RevenueBasis revenueBasis,
        Optional<String> sameCompanyAs,
        Map<String, String> attributes) {
    /** Copies the attributes into the order of their names. */
    public Company {
        attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
    }

    /** A company without further attributes. */
    public Company(
            String ticker,
            String name,
            String sector,
            Optional<Money> revenue,
            OptionalInt year,
            RevenueBasis revenueBasis,
            Optional<String> sameCompanyAs) {
        this(ticker, name, sector, revenue, year, revenueBasis, sameCompanyAs, Map.of());
    }
}
