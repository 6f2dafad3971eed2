package org.ausfall.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.ausfall.core.problem.Checked;
import org.ausfall.core.problem.Problem;

/** A small event with its reference data, valid as it stands; each test breaks one thing in it. */
final class Folders {
    static final String EVENT = "demo/event.yaml";
    static final String SLOWDOWNS = "demo/slowdowns.csv";
    static final String PUBLISHED = "demo/published.csv";
    static final String RETAILERS = "reference/retailers.csv";
    static final String COMPANIES = "reference/companies.csv";
    static final String SECTORS = "reference/sectors.csv";
    static final String PROFILES = "reference/profiles.csv";
    static final String RESPONSE = "reference/response.csv";
    static final String BELIEFS = "reference/beliefs.csv";

    private final Path root;

    private Folders(Path root) {
        this.root = root;
    }

    static Folders valid(Path root) {
        Folders folders = new Folders(root);
        texts().forEach(folders::write);
        return folders;
    }

    static Map<String, String> texts() {
        Map<String, String> texts = new TreeMap<>();
        texts.put(EVENT, event());
        texts.put(SLOWDOWNS, slowdowns());
        texts.put(PUBLISHED, """
                measure,scope,value,unit,who,kind,note,source
                affected_retailers,demo-shops,3,count,Monitor Inc,measured,,"a note, with a comma"
                loss,sp500,150000000,USD,Model Ltd,modelled,no range given,press
                """);
        texts.put(RETAILERS, retailers());
        texts.put(COMPANIES, """
                ticker,name,sector,year,fiscal_year_end,revenue_usd_m,revenue_basis,same_company_as,source
                AAA,Alpha Stores,Consumer Discretionary,2016,2016-12-31,30109,reported,,accounts
                BBB,Beta Bank,Financials,2016,,20853.5,implied,,
                BBB.B,Beta Bank B,Financials,2016,,,unknown,BBB,
                CCC,Gamma Goods,Consumer Discretionary,,,,,,
                """);
        texts.put(SECTORS, """
                sector,recapture_class,halving_class,profile,basis,source
                online retail,goods,retail,shops,assumption,
                Consumer Discretionary,goods,retail,shops,assumption,
                Financials,banking,other,flat,assumption,
                """);
        texts.put(PROFILES, profiles());
        texts.put(RESPONSE, """
                curve,device,parameter,value,low,high,unit,basis,source
                akamai-extrapolated,desktop,order_share,0.7,,,share,published,
                akamai-extrapolated,desktop,optimum,1.8,,,s,published,
                akamai-extrapolated,desktop,a,0.2306,,,1/s^k,derived,
                akamai-extrapolated,desktop,k,0.9775,,,,derived,
                akamai-extrapolated,phone,order_share,0.3,,,share,published,
                akamai-extrapolated,phone,optimum,2.7,,,s,published,
                akamai-extrapolated,phone,a,0.2189,,,1/s^k,derived,
                akamai-extrapolated,phone,k,0.4730,,,,derived,
                abandonment-2005,all,shape,2.58,,,,derived,
                abandonment-2005,all,scale,18.6,,,s,derived,
                """);
        texts.put(BELIEFS, beliefs());
        return texts;
    }

    private static String event() {
        return """
                id: demo
                title: A demonstration
                window: {start: "2017-02-28T17:37:00Z", end: "2017-02-28T13:54:00-08:00", given_by: the provider}
                zone: America/Los_Angeles
                published_threshold: 20%
                population: {scope: demo-shops, label: demonstration shops, sector: Consumer Discretionary}
                recovery:
                  reads:
                    - {at: "2017-02-28T17:37:00Z", missing: 1}
                    - {at: "2017-02-28T20:26:00Z", missing: 1}
                    - {at: "2017-02-28T21:18:00Z", missing: 0}
                  writes: [{at: "2017-02-28T17:37:00Z", missing: 1}, {at: "2017-02-28T21:54:00Z", missing: 0}]
                demonstration: true
                sources: ["a citation"]
                reconstruction: {slowed: 4, nested: {any: thing}}
                """;
    }

    private static String slowdowns() {
        return """
                retailer,name,before_ms,during_ms,availability,slowdown_pct,state_published,provenance,source
                shop-a,Shop A,8069,102069,0.98,1165,affected,measured,monitor
                shop-b,Shop B,1000,1100,1,,not_affected,measured,
                shop-c,Shop C,,,,353,,published,"a paper, page 2"
                shop-d,Shop D,,,0,,down,published,
                shop-e,Shop E,,,,,not_affected,published,
                shop-f,,2000,,,,,measured,
                shop-g,Shop G,,,,,,unknown,
                """;
    }

    private static String retailers() {
        return """
                retailer,name,domain,ticker,web_sales_usd_m,year,provenance,source
                shop-a,Shop A,a.example,AAA,2509.25,2016,reported,accounts
                shop-b,Shop B,,,1510,2016,estimated,
                shop-c,Shop C,,,,,unknown,
                shop-d,Shop D,,,0,2016,assumed,
                shop-e,Shop E,,,10,,assumed,
                shop-f,Shop F,,,10,,assumed,
                shop-g,Shop G,,,10,,assumed,
                shop-h,Shop H,,,10,,assumed,
                """;
    }

    private static String profiles() {
        StringBuilder text = new StringBuilder("profile,axis,slot,weight,basis,source\n");
        for (String profile : List.of("shops", "flat")) {
            for (int hour = 0; hour < 24; hour++) {
                text.append(profile)
                        .append(",hour,")
                        .append(hour < 10 ? "0" : "")
                        .append(hour);
                text.append(',').append(profile.equals("flat") ? 1 : 50 + hour).append(",assumption,\n");
            }
            for (String day : List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN")) {
                text.append(profile).append(",weekday,").append(day).append(",1,assumption,\n");
            }
        }
        return text.toString();
    }

    private static String beliefs() {
        return """
                belief,scope,scale,p05,p50,p95,lowest,highest,unit,basis,source,note
                xi,all,log,0.08,0.3,1.05,0.05,1.2,factor,assumption,,
                response_curve_weight,akamai-extrapolated,known,,0.5,,,,share,assumption,,
                response_curve_weight,abandonment-2005,known,,0.5,,,,share,assumption,,
                baseline_load_s,all,log,4,10,20,,,s,assumption,,
                pi_in_blast_zone,Consumer Discretionary,logit,0.158,0.35,0.607,,,probability,assumption,,
                pi_in_blast_zone,Financials,logit,0.08,0.2,0.417,,,probability,assumption,,
                pi_shared_sd,all,known,,0.5,,,,log-odds sd,assumption,,
                monitored_transfer_sd,all,known,,1.0,,,,log-odds sd,assumption,,
                gamma_needs_service,Consumer Discretionary,logit,0.058,0.15,0.336,,,share,assumption,,
                gamma_needs_service,Financials,logit,0.058,0.15,0.336,,,share,assumption,,
                gamma_company_size,all,known,,4,,,,beta size,assumption,,
                redundancy_probability,all,logit,0.05,0.2,0.45,,,probability,assumption,,
                redundancy_relief,all,logit,0.3,0.7,0.95,,,share,assumption,,
                company_lag_min,all,log,3,15,78,,660,min,assumption,,
                write_share,all,logit,0.02,0.1,0.3,,,share,assumption,,
                recapture_r,goods,logit,0.3,0.6,0.9,,,share,derived,,
                recapture_r,banking,logit,0.4,0.7,0.9,,,share,derived,,
                recapture_halving_h,retail,log,6,12,36,,,h,assumption,,
                recapture_halving_h,other,log,12,48,240,,,h,assumption,,
                churn_c,all,logit,0.005,0.02,0.12,,0.3,share,assumption,,
                churn_build_up_h,all,log,24,72,336,,,h,assumption,,
                profile_concentration,shops,known,,200,,,,Dirichlet,assumption,,
                profile_concentration,flat,known,,50,,,,Dirichlet,assumption,,
                revenue_level_sd,reported,known,,0.03,,,,ln sd,assumption,,
                revenue_level_sd,implied,known,,0.06,,,,ln sd,sourced,checked,
                revenue_level_sd,estimated,known,,0.15,,,,ln sd,assumption,,
                revenue_level_sd_per_year,all,known,,0.05,,,,ln sd per year,assumption,,
                time_zone_mix,America/New_York,known,,0.6,,,,share,assumption,,
                time_zone_mix,America/Los_Angeles,known,,0.4,,,,share,assumption,,
                season_index,shops,linear,0.86,0.91,0.96,,,ratio,derived,,
                season_index,flat,known,,1,,,,ratio,assumption,,
                region_share,all,known,,1,,,,share,assumption,,
                loading_global,all,known,,0.3,,,,variance share,assumption,,
                loading_sector,all,known,,0.2,,,,variance share,assumption,,
                extra_cost_ratio,all,known,,0,,,,ratio,assumption,,
                credit_ratio,all,known,,0,,,,ratio,assumption,,
                margin_on_lost_sales,all,known,,0,,,,share,assumption,,
                """;
    }

    /** Gives a file another content. */
    Folders write(String file, String text) {
        return write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    Folders write(String file, byte[] bytes) {
        try {
            Files.createDirectories(path(file).getParent());
            Files.write(path(file), bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces the only place in a file where a text stands. */
    Folders replace(String file, String from, String to) {
        return change(file, text -> {
            assertThat(text.split(Pattern.quote(from), -1)).as(from).hasSize(2);
            return text.replace(from, to);
        });
    }

    Folders append(String file, String text) {
        return change(file, old -> old + text);
    }

    Folders change(String file, UnaryOperator<String> change) {
        return write(file, change.apply(text(file)));
    }

    Folders delete(String file) {
        try {
            Files.delete(path(file));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text(String file) {
        try {
            return Files.readString(path(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path path(String file) {
        return root.resolve(file);
    }

    InputDirectory directory() {
        return InputDirectory.of(path("demo"), root);
    }

    Checked<Input> read() {
        return directory().read(BadRowLimit.DEFAULT);
    }

    /** What the folders give, all of it usable, and with it the only problem there is. */
    Problem onlyProblem() {
        Checked<Input> input = read();
        assertThat(input.value()).as("%s", input.problems()).isPresent();
        assertThat(input.problems()).hasSize(1);
        return input.problems().get(0);
    }

    /** The only problem there is where the folders give nothing. */
    Problem onlyRefusal() {
        Checked<Input> input = read();
        assertThat(input.value()).isEmpty();
        assertThat(input.problems()).hasSize(1);
        return input.problems().get(0);
    }
}
