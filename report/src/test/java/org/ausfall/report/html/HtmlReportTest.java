package org.ausfall.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.ausfall.core.analysis.Findings;
import org.ausfall.core.evidence.Provenance;
import org.ausfall.core.loss.Approach;
import org.ausfall.core.loss.Losses;
import org.ausfall.core.problem.Place;
import org.ausfall.core.problem.Problem;
import org.ausfall.core.problem.Reason;
import org.ausfall.report.LargeSample;
import org.ausfall.report.SampleFindings;
import org.junit.jupiter.api.Test;

class HtmlReportTest {
    private final String html = HtmlReport.render(SampleFindings.small());

    @Test
    void page_saysWhatWasFound() throws IOException {
        // Kept for people who want to look at it.
        Files.writeString(Path.of("target", "small-sample.html"), html);
        assertThat(html)
                .startsWith("<!doctype html>\n<html lang=\"en\">")
                .contains("<h1>Sample outage</h1>")
                .contains(
                        "3 of 5 measurable online retailers were at least 20 % slower or down (1 down; 1 of 6 not measurable)")
                .contains("1 of the 5 measurable online retailers is reconstructed: invented so that")
                .contains("USD 150 m (S&amp;P 500, modelled by Model Co) and USD 160 m")
                .contains("<strong class=\"mark\">reconstructed</strong>")
                .contains("<strong class=\"mark\">assumption</strong>")
                .contains("+1165 %")
                .contains("12.6x")
                .contains("its row was rejected: sample/slowdowns.csv:7: before_ms: a time must be positive")
                .contains("ab".repeat(32))
                .contains("1 row was rejected, 0 files were refused, 1 note.")
                .contains("10000 simulated outcomes, seed 42");
    }

    @Test
    void page_saysWhichVersionWroteIt() {
        assertThat(HtmlReport.render(SampleFindings.small(), Optional.empty(), "1.2.3"))
                .contains("<p>Written by ausfall 1.2.3. The same numbers");
        assertThat(html).contains("<p>Written by ausfall. The same numbers");
    }

    @Test
    void page_loadsNothingAndRunsNothing() {
        assertThat(html)
                .doesNotContain("<script", "javascript:", " style=", "<img", "<link", "@import", "url(")
                .doesNotContainPattern("\\son[a-z]+=")
                .doesNotContain("http://", "https://");
    }

    @Test
    void policy_allowsThisStyleAndNothingElse() throws NoSuchAlgorithmException {
        String style = group(html, "(?s)<style>(.*?)</style>");
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
        assertThat(group(html, "http-equiv=\"Content-Security-Policy\" content=\"([^\"]*)\"")
                        .replace("&#39;", "'"))
                .isEqualTo("default-src 'none'; style-src 'sha256-"
                        + Base64.getEncoder().encodeToString(digest) + "'");
    }

    @Test
    void structure_canBeWalked() {
        assertThat(count("<h1[ >]")).isEqualTo(1);
        assertThat(count("<main[ >]")).isEqualTo(1);
        assertThat(html).contains("href=\"#main\"", "<header>", "<footer>", "<nav aria-label");
        assertThat(count("<table>")).isEqualTo(count("<caption>"));
        assertThat(count("<th[ >]")).isEqualTo(count("<th scope=\"(col|row)\""));
        assertThat(count("<svg ")).isEqualTo(count("<svg role=\"img\" aria-labelledby"));
        List<Integer> levels = Pattern.compile("<h([1-6])")
                .matcher(html)
                .results()
                .map(match -> Integer.parseInt(match.group(1)))
                .toList();
        for (int i = 1; i < levels.size(); i++) {
            assertThat(levels.get(i)).isLessThanOrEqualTo(levels.get(i - 1) + 1);
        }
    }

    @Test
    void linksAndLabels_leadSomewhere() {
        List<String> ids = all("\\sid=\"([^\"]+)\"");
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(ids).containsAll(all("href=\"#([^\"]+)\""));
        assertThat(all("aria-labelledby=\"([^\"]+)\""))
                .allSatisfy(names -> assertThat(ids).contains(names.split(" ", -1)));
    }

    @Test
    void hostileNames_areShownAndNotObeyed() {
        String name = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)> \ud83d\ude00 \u202eRTL & ${x}";
        Findings findings = SampleFindings.of(
                SampleFindings.event("sample", name, false),
                List.of(SampleFindings.retailer("a", name, 1e9), SampleFindings.retailer("b", name, 1e9)),
                List.of(SampleFindings.times("a", "100", "1000", Provenance.MEASURED)),
                List.of(Problem.note(new Place(name, 1, name), name, Reason.MALFORMED, name)));
        String page = HtmlReport.render(SampleFindings.withLosses(
                findings,
                new Losses(
                        List.of(SampleFindings.population(SampleFindings.SCOPE, name, 1, 0, 0, 1e6)),
                        List.of(SampleFindings.company("a", name, Approach.MONITORED, Provenance.MEASURED, 1e6)),
                        List.of())));
        assertThat(page)
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "\ud83d\ude00", "${x}")
                .doesNotContain("<script", "<img");
        assertThat(Pattern.compile("<[a-z]+ [^>]*onerror").matcher(page).find()).isFalse();
    }

    @Test
    void nothingKnown_stillGivesAPage() {
        Findings nothing = SampleFindings.withLosses(
                SampleFindings.of(SampleFindings.event("sample", "Sample", false), List.of(), List.of(), List.of()),
                new Losses(List.of(), List.of(), List.of()));
        assertThat(HtmlReport.render(nothing))
                .contains("No online retailers are listed")
                .contains("None: every row was used as it stands.")
                .contains("the affected share is not known")
                .doesNotContain("NaN", "Infinity");
    }

    @Test
    void lossesOfZero_stillGiveAChart() {
        Findings zero = SampleFindings.withLosses(
                SampleFindings.small(),
                new Losses(
                        List.of(SampleFindings.population(SampleFindings.SCOPE, "Sample", 1, 0, 0, 0)),
                        List.of(),
                        List.of()));
        assertThat(HtmlReport.render(zero)).contains("USD 0 m").doesNotContain("NaN", "Infinity");
    }

    @Test
    void coordinates_areRoundedToATenth() {
        String large = HtmlReport.render(LargeSample.findings());
        assertThat(Pattern.compile(" (?:c?[xy][12]?|width|height)=\"-?[0-9]+\\.[0-9]{2,}\"")
                        .matcher(large)
                        .find())
                .isFalse();
        assertThat(Pattern.compile("<circle class=\"(un)?affected( hollow)?\"")
                        .matcher(large)
                        .results())
                .hasSize(92);
    }

    private int count(String pattern) {
        return (int) Pattern.compile(pattern).matcher(html).results().count();
    }

    private List<String> all(String pattern) {
        return Pattern.compile(pattern)
                .matcher(html)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    private static String group(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .findFirst()
                .map(match -> match.group(1))
                .orElseThrow();
    }
}
