package org.ausfall.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ausfall.ingest.Folders.BELIEFS;
import static org.ausfall.ingest.Folders.COMPANIES;
import static org.ausfall.ingest.Folders.PROFILES;
import static org.ausfall.ingest.Folders.PUBLISHED;
import static org.ausfall.ingest.Folders.RESPONSE;
import static org.ausfall.ingest.Folders.RETAILERS;
import static org.ausfall.ingest.Folders.SECTORS;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ausfall.core.assumption.Belief;
import org.ausfall.core.assumption.BeliefName;
import org.ausfall.core.evidence.Company;
import org.ausfall.core.problem.Checked;
import org.ausfall.core.problem.Place;
import org.ausfall.core.problem.Problem;
import org.ausfall.core.problem.Reason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceTest {
    @TempDir
    private Path root;

    private Folders folders;

    @BeforeEach
    void writeValidFolders() {
        folders = Folders.valid(root);
    }

    /** File, a row to add to it, column, value, reason. */
    static Stream<Arguments> badRows() {
        return Stream.of(
                arguments(RETAILERS, "shop-z,,,,,,unknown,", "name", "", Reason.MISSING_VALUE),
                arguments(RETAILERS, "shop-z,Z,,,-5,,assumed,", "web_sales_usd_m", "-5", Reason.OUT_OF_RANGE),
                arguments(RETAILERS, "shop-z,Z,,,5,16,assumed,", "year", "16", Reason.WRONG_TYPE),
                arguments(RETAILERS, "shop-z,Z,,,5,1016,assumed,", "year", "1016", Reason.OUT_OF_RANGE),
                arguments(RETAILERS, "shop-z,Z,,,5,2016,guessed,", "provenance", "guessed", Reason.UNKNOWN_NAME),
                arguments(RETAILERS, "shop-a,A,,,,,unknown,", "retailer", "shop-a", Reason.DUPLICATE),
                arguments(COMPANIES, "DDD,D,Energy,,,,,,", "sector", "Energy", Reason.UNKNOWN_NAME),
                arguments(
                        COMPANIES, "DDD,D,Financials,2016,,-1,reported,,", "revenue_usd_m", "-1", Reason.OUT_OF_RANGE),
                arguments(COMPANIES, "DDD,D,Financials,2016,,1,,,", "revenue_basis", "", Reason.MISSING_VALUE),
                arguments(
                        COMPANIES,
                        "DDD,D,Financials,2016,,1,unknown,,",
                        "revenue_basis",
                        "unknown",
                        Reason.CONTRADICTION),
                arguments(
                        COMPANIES,
                        "DDD,D,Financials,2016,,1,audited,,",
                        "revenue_basis",
                        "audited",
                        Reason.UNKNOWN_NAME),
                arguments(COMPANIES, "DDD,D,Financials,,,,,ZZZ,", "same_company_as", "ZZZ", Reason.UNKNOWN_COMPANY),
                arguments(COMPANIES, "DDD,D,Financials,,,,,DDD,", "same_company_as", "DDD", Reason.CONTRADICTION),
                arguments(COMPANIES, "DDD,D,Financials,,,,,BBB.B,", "same_company_as", "BBB.B", Reason.CONTRADICTION),
                arguments(COMPANIES, "AAA,A,Financials,,,,,,", "ticker", "AAA", Reason.DUPLICATE),
                arguments(
                        SECTORS, "Energy,fuel,other,flat,assumption,", "recapture_class", "fuel", Reason.UNKNOWN_NAME),
                arguments(SECTORS, "Energy,goods,slow,flat,assumption,", "halving_class", "slow", Reason.UNKNOWN_NAME),
                arguments(SECTORS, "Energy,goods,other,night,assumption,", "profile", "night", Reason.UNKNOWN_NAME),
                arguments(PROFILES, "shops,minute,00,1,assumption,", "axis", "minute", Reason.UNKNOWN_NAME),
                arguments(PROFILES, "shops,hour,24,1,assumption,", "slot", "24", Reason.UNKNOWN_NAME),
                arguments(PROFILES, "shops,weekday,Mon,1,assumption,", "slot", "Mon", Reason.UNKNOWN_NAME),
                arguments(PROFILES, "shops,hour,00,1,assumption,", "profile", "shops", Reason.DUPLICATE),
                arguments(PROFILES, "shops,hour,00,0,assumption,", "weight", "0", Reason.OUT_OF_RANGE),
                arguments(RESPONSE, "other,all,a,1,,,,,", "curve", "other", Reason.UNKNOWN_NAME),
                arguments(RESPONSE, "abandonment-2005,phone,shape,1,,,,,", "device", "phone", Reason.UNKNOWN_NAME),
                arguments(RESPONSE, "akamai-extrapolated,phone,b,1,,,,,", "parameter", "b", Reason.UNKNOWN_NAME),
                arguments(RESPONSE, "akamai-extrapolated,phone,a,0,,,,,", "value", "0", Reason.OUT_OF_RANGE),
                arguments(BELIEFS, "luck,all,known,,1,,,,,assumption,,", "belief", "luck", Reason.UNKNOWN_NAME),
                arguments(BELIEFS, "xi,all,known,,1,,,,,assumption,,", "belief", "xi", Reason.DUPLICATE),
                arguments(BELIEFS, "xi,more,known,,,,,,,assumption,,", "p50", "", Reason.MISSING_VALUE),
                arguments(BELIEFS, "xi,more,known,1,1,,,,,assumption,,", "p05", "1", Reason.CONTRADICTION),
                arguments(BELIEFS, "xi,more,beta,1,2,3,,,,assumption,,", "scale", "beta", Reason.UNKNOWN_NAME),
                arguments(BELIEFS, "xi,more,log,1,1,3,,,,assumption,,", "p50", "1", Reason.OUT_OF_RANGE),
                arguments(BELIEFS, "xi,more,log,0,1,3,,,,assumption,,", "p50", "1", Reason.OUT_OF_RANGE),
                arguments(BELIEFS, "xi,more,log,1,2,3,1.5,,,assumption,,", "p50", "2", Reason.OUT_OF_RANGE),
                arguments(BELIEFS, "churn_c,more,log,1,2,3,,,,assumption,,", "p50", "2", Reason.OUT_OF_RANGE),
                arguments(
                        BELIEFS,
                        "pi_in_blast_zone,Energy,linear,0.05,0.2,0.4,,,,assumption,,",
                        "scale",
                        "linear",
                        Reason.CONTRADICTION),
                arguments(
                        BELIEFS,
                        "pi_in_blast_zone,Energy,log,0.05,0.2,0.4,,,,assumption,,",
                        "scale",
                        "log",
                        Reason.CONTRADICTION),
                arguments(BELIEFS, "xi,more,log,,2,3,,,,assumption,,", "p05", "", Reason.MISSING_VALUE),
                arguments(
                        BELIEFS,
                        "xi,more,known,,1,,,,,Assumption: mine,,",
                        "basis",
                        "Assumption: mine",
                        Reason.UNKNOWN_NAME),
                arguments(BELIEFS, "time_zone_mix,PST8,known,,0.1,,,,,derived,,", "scope", "PST8", Reason.UNKNOWN_NAME),
                arguments(PUBLISHED, "loss,sp500,much,USD,X,modelled,,", "value", "much", Reason.WRONG_TYPE),
                arguments(PUBLISHED, "loss,sp500,1,USD,X,felt,,", "kind", "felt", Reason.UNKNOWN_NAME));
    }

    @ParameterizedTest
    @MethodSource("badRows")
    void badRow_isRejectedAndTheRestUsed(String file, String row, String column, String value, Reason reason) {
        long line = folders.text(file).lines().count() + 1;
        folders.append(file, row + "\n");

        Checked<Input> input = folders.read();

        assertThat(input.value()).as("%s", input.problems()).isPresent();
        Problem problem = input.problems().stream()
                .filter(any -> any.place().column().equals(column))
                .findFirst()
                .orElseThrow(() -> new AssertionError(input.problems().toString()));
        assertThat(problem.place()).isEqualTo(new Place(file, line, column));
        assertThat(problem.value()).isEqualTo(value);
        assertThat(problem.reason()).isEqualTo(reason);
        assertThat(problem.effect()).isEqualTo(Problem.Effect.ROW_REJECTED);
        assertThat(problem.rowKey()).isNotEmpty();
    }

    @Test
    void tickerThatIsNotListed_isNotedAndTheLinkDropped() {
        folders.replace(RETAILERS, "AAA", "ZZZ");

        Problem problem = folders.onlyProblem();

        assertThat(problem.place()).isEqualTo(new Place(RETAILERS, 2, "ticker"));
        assertThat(problem.value()).isEqualTo("ZZZ");
        assertThat(problem.rowKey()).isEqualTo("shop-a");
        assertThat(problem.reason()).isEqualTo(Reason.UNKNOWN_COMPANY);
        assertThat(problem.effect()).isEqualTo(Problem.Effect.NOTED);
        assertThat(folders.read()
                        .value()
                        .orElseThrow()
                        .evidence()
                        .retailers()
                        .get(0)
                        .ticker())
                .isEmpty();
    }

    @Test
    void shareClassOfARejectedCompany_isRejectedToo() {
        folders.replace(COMPANIES, "20853.5", "-1");

        Checked<Input> input = folders.directory().read(BadRowLimit.parse("50%"));

        assertThat(input.value().orElseThrow().evidence().companies())
                .extracting(Company::ticker)
                .containsExactly("AAA", "CCC");
    }

    /** Every belief costs the file where it is missing. */
    @ParameterizedTest
    @EnumSource(BeliefName.class)
    void missingBelief_refusesTheFile(BeliefName name) {
        boolean reference = name == BeliefName.RECAPTURE_R || name == BeliefName.RECAPTURE_HALVING_H;
        folders.change(BELIEFS, text -> without(text, name.code() + ","));

        Checked<Input> input = folders.directory().read(BadRowLimit.parse("100%"));

        assertThat(input.value()).isEmpty();
        assertThat(input.problems())
                .anyMatch(problem -> problem.effect() == Problem.Effect.FILE_REFUSED
                        && problem.reason() == Reason.MISSING_VALUE
                        && problem.place().file().equals(reference ? SECTORS : BELIEFS)
                        && (reference || problem.value().startsWith(name.code())));
    }

    @ParameterizedTest
    @MethodSource
    void missingScope_isNamed(String key) {
        folders.change(BELIEFS, text -> without(text, key.replace('/', ',') + ","));

        Problem problem = folders.onlyRefusal();

        assertThat(problem.place()).isEqualTo(new Place(BELIEFS, 0, "scope"));
        assertThat(problem.value()).isEqualTo(key);
        assertThat(problem.reason()).isEqualTo(Reason.MISSING_VALUE);
    }

    static List<String> missingScope_isNamed() {
        return List.of(
                "pi_in_blast_zone/Financials",
                "gamma_needs_service/Consumer Discretionary",
                "profile_concentration/flat",
                "season_index/shops",
                "revenue_level_sd/estimated",
                "response_curve_weight/abandonment-2005");
    }

    private static String without(String text, String start) {
        StringBuilder kept = new StringBuilder();
        text.lines()
                .filter(line -> !line.startsWith(start))
                .forEach(line -> kept.append(line).append('\n'));
        return kept.toString();
    }

    @Test
    void recaptureOfAClassThatIsRejected_isMissedOnce() {
        folders.replace(BELIEFS, "banking,logit,0.4", "banking,logit,0.8");

        assertThat(folders.read().problems())
                .extracting(problem -> problem.place().file() + " " + problem.reason())
                .containsExactly(BELIEFS + " OUT_OF_RANGE", BELIEFS + " MISSING_VALUE");
    }

    @Test
    void timeZonesThatDoNotSumToOne_refuseTheFile() {
        folders.replace(BELIEFS, "New_York,known,,0.6", "New_York,known,,0.5");

        Problem problem = folders.onlyRefusal();

        assertThat(problem.place()).isEqualTo(new Place(BELIEFS, 0, "p50"));
        assertThat(problem.reason()).isEqualTo(Reason.OUT_OF_RANGE);
        assertThat(problem.value()).isEqualTo("0.9");
    }

    @Test
    void weightsOfCurvesThatDoNotSumToOne_refuseTheFile() {
        folders.replace(BELIEFS, "abandonment-2005,known,,0.5", "abandonment-2005,known,,0.9");

        Problem problem = folders.onlyRefusal();

        assertThat(problem.place()).isEqualTo(new Place(BELIEFS, 0, "p50"));
        assertThat(problem.value()).isEqualTo("1.4");
        assertThat(problem.detail()).contains("response_curve_weight", "make them sum to 1");
    }

    @ParameterizedTest
    @CsvSource({
        "response_curve_weight,more",
        "pi_shared_sd,more",
        "monitored_transfer_sd,more",
        "gamma_company_size,more",
        "profile_concentration,more",
        "revenue_level_sd,more",
        "revenue_level_sd_per_year,more",
        "time_zone_mix,America/Chicago",
        "loading_global,more",
        "loading_sector,more"
    })
    void rangeOfWhatTheModelTakesAsKnown_isRejected(String belief, String scope) {
        long line = folders.text(BELIEFS).lines().count() + 1;
        folders.append(BELIEFS, belief + "," + scope + ",log,0.2,0.3,0.4,,1,,assumption,,\n");

        Problem problem = folders.onlyProblem();

        assertThat(problem.place()).isEqualTo(new Place(BELIEFS, line, "scale"));
        assertThat(problem.reason()).isEqualTo(Reason.CONTRADICTION);
        assertThat(problem.detail()).contains("write known and only p50");
    }

    @Test
    void profileWithoutAllSlots_refusesTheFile() {
        folders.change(PROFILES, text -> without(without(text, "shops,hour,07"), "shops,weekday,SUN"));

        Problem problem = folders.onlyRefusal();

        assertThat(problem.value()).isEqualTo("shops");
        assertThat(problem.detail()).contains("07, SUN");
    }

    @Test
    void responseWithoutAParameter_refusesTheFile() {
        folders.change(RESPONSE, text -> without(text, "akamai-extrapolated,phone,k"));

        assertThat(folders.onlyRefusal().value()).isEqualTo("akamai-extrapolated/phone/k");
    }

    @Test
    void orderSharesThatDoNotSumToOne_refuseTheFile() {
        folders.replace(RESPONSE, "order_share,0.7", "order_share,0.6");

        assertThat(folders.onlyRefusal().reason()).isEqualTo(Reason.OUT_OF_RANGE);
    }

    @Test
    void monitoredShopsWithoutASector_refuseTheFile() {
        folders.change(SECTORS, text -> without(text, "online retail"));

        assertThat(folders.onlyRefusal().value()).isEqualTo("online retail");
    }

    @Test
    void refusedReference_isNotHeldAgainstThoseWhoReferToIt() {
        folders.write(SECTORS, "sector\n");

        assertThat(folders.read().problems())
                .allSatisfy(problem -> assertThat(problem.place().file()).isEqualTo(SECTORS));
    }

    @Test
    void orderOfRows_changesNothing() {
        Input plain = folders.read().value().orElseThrow();
        for (String file : List.of(RETAILERS, COMPANIES, SECTORS, PROFILES, BELIEFS)) {
            folders.change(file, ReferenceTest::reversed);
        }

        Input reversed = folders.read().value().orElseThrow();

        assertThat(reversed.evidence().retailers()).isEqualTo(plain.evidence().retailers());
        assertThat(reversed.evidence().companies()).isEqualTo(plain.evidence().companies());
        assertThat(reversed.assumptions()).isEqualTo(plain.assumptions());
    }

    private static String reversed(String text) {
        String[] lines = text.split("\n", -1);
        StringBuilder turned = new StringBuilder(lines[0]).append('\n');
        List<String> rows = Arrays.asList(lines).subList(1, lines.length - 1);
        for (int i = rows.size() - 1; i >= 0; i--) {
            turned.append(rows.get(i)).append('\n');
        }
        return turned.toString();
    }

    @Test
    void blankRevenueAndBasis_areUnknown() {
        assertThat(folders.read()
                        .value()
                        .orElseThrow()
                        .evidence()
                        .companies()
                        .get(3)
                        .revenue())
                .isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "'gamma_company_size,all,known,,0,', at least",
        "'profile_concentration,flat,known,,0,', above 0",
        "'company_lag_min,all,log,3,15,78', highest value"
    })
    void valueTheModelCannotComputeWith_isRefusedAtItsLine(String start, String expected) {
        String key = start.substring(0, start.indexOf(',', start.indexOf(',') + 1) + 1);
        folders.change(
                BELIEFS,
                text -> text.lines()
                        .map(line -> line.startsWith(key) ? start + ",,,unit,assumption,," : line)
                        .collect(Collectors.joining("\n")));

        assertThat(folders.directory().read(BadRowLimit.DEFAULT).problems())
                .anyMatch(problem -> problem.place().line() > 1
                        && problem.place().file().equals(BELIEFS)
                        && problem.detail().contains(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-5"})
    void linearBelief_doesNotGetNegative_whateverItsLimit(String lowest) {
        folders.replace(
                BELIEFS,
                "season_index,shops,linear,0.86,0.91,0.96,",
                "season_index,shops,linear,0.1,0.9,0.95," + lowest);

        Belief season = folders.read().value().orElseThrow().assumptions().get(BeliefName.SEASON_INDEX, "shops");

        assertThat(season.p50()).isEqualTo(0.9);
        assertThat(season.at(-5)).isZero();
    }

    @Test
    void loadingsThatLeaveNothingOwn_areRefused() {
        folders.change(
                BELIEFS,
                text -> text.replaceAll("loading_global,all,known,,[0-9.]+", "loading_global,all,known,,0.95"));

        assertThat(folders.directory().read(BadRowLimit.DEFAULT).problems())
                .anyMatch(problem -> problem.detail().contains("loading_sector"));
    }
}
