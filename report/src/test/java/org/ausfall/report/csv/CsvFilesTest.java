package org.ausfall.report.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.ausfall.core.problem.Place;
import org.ausfall.core.problem.Problem;
import org.ausfall.core.problem.Reason;
import org.ausfall.report.SampleFindings;
import org.ausfall.report.sheet.Cell;
import org.ausfall.report.sheet.LossSheet;
import org.ausfall.report.sheet.ProblemSheet;
import org.ausfall.report.sheet.RetailerSheet;
import org.ausfall.report.sheet.Sheet;
import org.ausfall.report.sheet.SummarySheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFilesTest {
    @Test
    void summary_holdsCountsLossesAndPublishedFiguresInOrder() {
        assertThat(CsvText.render(SummarySheet.of(SampleFindings.small()))).isEqualTo("""
                        measure,scope,value,p05,p95,unit,basis
                        affected_retailers,sample-shops,3,,,count,reconstructed
                        listed_retailers,sample-shops,6,,,count,reconstructed
                        measurable_retailers,sample-shops,5,,,count,reconstructed
                        down_retailers,sample-shops,1,,,count,reconstructed
                        affected_share,sample-shops,0.6,,,fraction,reconstructed
                        sales_weighted_share,sample-shops,0.538462,,,fraction,reconstructed
                        affected_share_at_20pct,sample-shops,0.6,,,fraction,reconstructed
                        affected_share_at_25pct,sample-shops,0.4,,,fraction,reconstructed
                        gross_loss,sample-shops,30000000,19800000,45000000,USD,reconstructed
                        net_loss,sample-shops,18000000,11880000,27000000,USD,reconstructed
                        flat8760_loss,sample-shops,72000000,,,USD,reconstructed
                        gross_loss,sp500,123457000,81481500,185185000,USD,estimated
                        net_loss,sp500,74074100,48888900,111111000,USD,estimated
                        flat8760_loss,sp500,296296000,,,USD,estimated
                        gross_loss,financial-services,9876540,6518520,14814800,USD,estimated
                        net_loss,financial-services,5925930,3911110,8888890,USD,estimated
                        flat8760_loss,financial-services,23703700,,,USD,estimated
                        gross_loss,sector:Financials,9876540,6518520,14814800,USD,estimated
                        net_loss,sector:Financials,5925930,3911110,8888890,USD,estimated
                        flat8760_loss,sector:Financials,23703700,,,USD,estimated
                        loss,sp500,150000000,,,USD,published:Model Co
                        loss,financial-services,160000000,,,USD,published:Model Co
                        affected_retailers,sample-shops,3,,,count,published:Monitor Co
                        """);
    }

    @Test
    void nothingMeasurable_leavesSharesBlank() {
        var findings = SampleFindings.of(
                SampleFindings.event("sample", "Sample", false),
                List.of(SampleFindings.retailer("a", "A", 1e9)),
                List.of(),
                List.of());
        assertThat(CsvText.render(SummarySheet.of(findings)))
                .contains("affected_share,sample-shops,,,,fraction,estimated\n")
                .contains("affected_share_at_25pct,sample-shops,,,,fraction,estimated\n");
    }

    @Test
    void retailers_areRankedWithExactTimesAndRoundedSlowdowns() {
        assertThat(CsvText.render(RetailerSheet.of(SampleFindings.small()))).isEqualTo("""
                        id,name,before_ms,during_ms,slowdown,factor,availability,state,classified_from,provenance,web_sales_usd,web_sales_provenance,source
                        b-down,Down Shop,,,,,,down,state,published,2000000000,estimated,example.org/state
                        a-slow,Slow Shop,8069,102069,11.6495,12.6495,0.985,affected,times,published,1000000000,estimated,example.org/times
                        r-001,Retailer 001,10.1,12.12,0.2,1.2,0.985,affected,times,reconstructed,500000000,assumed,example.org/times
                        c-fine,Fine Shop,1000,1043,0.043,1.043,0.985,not_affected,times,published,3000000000,estimated,example.org/times
                        d-said,Said-To-Be-Fine Shop,,,,,,not_affected,state,published,,unknown,example.org/state
                        x-unseen,Unseen Shop,,,,,,not_measurable,nothing,unknown,1000000000,estimated,example.org/sales
                        """);
    }

    @Test
    void losses_haveOneRowACompanyWithTheFactorsBehindIt() {
        assertThat(CsvText.render(LossSheet.of(SampleFindings.small()))).isEqualTo("""
                        id,name,sector,populations,approach,annual_usd,unmodelled_usd,annual_provenance,slowdown_provenance,window_usd,flat8760_usd,hit_share,lost_share,recaptured_share,gross_p05,gross_p50,gross_p95,gross_mean,net_p05,net_p50,net_p95,net_mean,basis
                        BANK,Bank & Sons,Financials,sp500;financial-services,dependency,39506200000,0,estimated,unknown,29629600,23703700,0.25,0.333333,0.4,6518520,9876540,14814800,10864200,3911110,5925930,8888890,6518520,estimated
                        r-001,Retailer 001,online retail,sample-shops,monitored,160494000,20061700,estimated,reconstructed,120370,96296,0.25,0.333333,0.4,26481,40123,60185,44136,15889,24074,36111,26481,reconstructed
                        """);
    }

    @Test
    void problems_sayWhereWhatAndWhy() {
        assertThat(CsvText.render(ProblemSheet.of(SampleFindings.small()))).isEqualTo("""
                        file,line,column,value,reason
                        sample/slowdowns.csv,7,before_ms,-5,out_of_range: a time must be positive
                        sample/event.yaml,,,,unknown_name: the key 'colour' is not known
                        """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1+1", "@SUM(A1)", "\tx", "\rx"})
    void textThatStartsAFormula_isGuarded(String text) throws IOException {
        assertThat(backAndForth(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a=b",
                "say \"hi\", please",
                "two\nlines",
                "two\r\nlines",
                " spaced ",
                "#x",
                "Sn\u00f6 \u2603 \ud83d\ude00",
                "\\"
            })
    void otherText_comesBackAsItWas(String text) throws IOException {
        assertThat(backAndForth(text)).isEqualTo(text);
    }

    @Test
    void names_areQuotedAndGuardedOnlyWhereNeeded() {
        assertThat(CsvText.render("shop-1.example", "ams")).isEqualTo("shop-1.example,ams");
        assertThat(CsvText.render("https://shop/a_b:80", "")).isEqualTo("https://shop/a_b:80,");
        assertThat(CsvText.render("")).isEqualTo("\"\"");
        assertThat(CsvText.render("-shop", "a b")).isEqualTo("'-shop,a b");
        assertThat(CsvText.render("shop", "a,b")).isEqualTo("shop,\"a,b\"");
        assertThat(CsvText.render("shop", "M\u00fcnchen")).isEqualTo("shop,M\u00fcnchen");
        assertThat(CsvText.render("\u00e4rzte")).isEqualTo("\u00e4rzte");
    }

    @Test
    void anyText_isWrittenAsTheLibraryWritesIt() throws IOException {
        for (char first = 0; first < 300; first++) {
            for (char second = 0; second < 300; second++) {
                String text = "" + first + second;
                StringBuilder expected = new StringBuilder();
                new CSVPrinter(
                                expected,
                                CSVFormat.RFC4180
                                        .builder()
                                        .setRecordSeparator('\n')
                                        .get())
                        .printRecord(text, text, second + text + first);
                StringBuilder written = new StringBuilder();
                CsvRows rows = CsvRows.onto(written);
                rows.header(List.of(text, text, second + text + first));
                assertThat(written).as("%d %d", (int) first, (int) second).hasToString(expected.toString());
            }
        }
    }

    @Test
    void negativeNumbers_stayNumbers() {
        Sheet sheet = new Sheet(
                "x",
                List.of(new Sheet.Column("n", Sheet.Kind.NUMBER)),
                List.of(List.of(Cell.of(-0.25)), List.of(Cell.of(-3L))));
        assertThat(CsvText.render(sheet)).isEqualTo("n\n-0.25\n-3\n");
    }

    private static String backAndForth(String text) throws IOException {
        Problem problem = Problem.note(Place.of("file"), text, Reason.MALFORMED, "x");
        Sheet sheet = ProblemSheet.of(SampleFindings.of(
                SampleFindings.event("sample", "Sample", false), List.of(), List.of(), List.of(problem)));
        try (CSVParser parser = CSVParser.parse(CsvText.render(sheet), CSVFormat.RFC4180)) {
            List<CSVRecord> records = parser.getRecords();
            assertThat(records).hasSize(2);
            return records.get(1).get(3);
        }
    }
}
