package org.ausfall.ingest;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ausfall.core.evidence.Retailer;
import org.ausfall.ingest.csv.AliasesCsv;

/**
 * Which retailer a site of the measurements is: the one an alias names, else the one with that id, else the one with that domain, with
 * or without www.
 */
final class SiteNames {
    private final Map<String, Retailer> byId = new HashMap<>();
    private final Map<String, Retailer> byDomain = new HashMap<>();

    private final Map<String, Retailer> byAlias = new HashMap<>();

    SiteNames(List<Retailer> retailers, List<AliasesCsv.Alias> aliases) {
        for (Retailer retailer : retailers) {
            byId.putIfAbsent(retailer.id(), retailer);
            retailer.domain().ifPresent(domain -> byDomain.putIfAbsent(plain(domain), retailer));
        }
        aliases.forEach(alias -> Optional.ofNullable(byId.get(alias.retailer()))
                .ifPresent(retailer -> byAlias.putIfAbsent(alias.site(), retailer)));
    }

    Optional<Retailer> find(String site) {
        return Optional.ofNullable(byAlias.get(site))
                .or(() -> Optional.ofNullable(byId.get(site)))
                .or(() -> Optional.ofNullable(byDomain.get(plain(site))));
    }

    private static String plain(String domain) {
        String lower = domain.toLowerCase(Locale.ROOT);
        return lower.startsWith("www.") ? lower.substring("www.".length()) : lower;
    }
}
