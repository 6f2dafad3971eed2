package org.ausfall.ingest.csv;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ausfall.core.backtest.PastEvent;
import org.ausfall.core.backtest.RevenueQuality;
import org.ausfall.core.problem.Reason;
import org.ausfall.core.quantity.Money;
import org.ausfall.core.quantity.Share;

/**
 * {@code backtest/past-events.csv}: what was known of each company in a past outage. One row a company and event.
 *
 * <pre>
 * column                type                   blank    meaning
 * event                 text                   no       the outage; its companies are left out together
 * title                 text                   no       what failed
 * company               text                   no       the company; unique within the event
 * kind_of_business      text                   no       as in airlines; events of a kind resemble each other
 * start                 date, date and time,   no       when it began, local; the year dates the revenue
 *                       or month
 * time_zone             text                   none     the zone of start; not read
 * duration_hours        number above 0         believed how long the business was disrupted
 * affected_share        share above 0          believed part of the business that stood still
 * digital_share         share above 0          all      part of revenue that comes through the channel that was out
 * annual_revenue_usd_m  number above 0, USD m  unknown  revenue of a year; without it there is no estimate
 * revenue_quality       sourced, approximate   no, if   how well the revenue is known
 *                                              revenue
 * revenue_year          year, 1900 to 2200     unknown  the year of the revenue; unknown counts as one year old
 * revenue_note          text                   none     what the revenue counts; not read
 * note                  text                   none     what else limits the comparison
 * source                text                   none     citation; not read
 * </pre>
 *
 * <p>Where both shares are blank, the share hit is believed; where one is given, it is what was hit; where both are, their product.
 */
public final class PastEventsCsv implements CsvSchema<PastEvent> {
    private static final Codes<RevenueQuality> QUALITIES = Codes.of(RevenueQuality.values(), RevenueQuality::code);
    private static final Pattern START =
            Pattern.compile("([0-9]{4})-[0-9]{2}(-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2})?)?)?");
    private static final BigDecimal LONGEST_HOURS = BigDecimal.valueOf(87_600);

    @Override
    public List<String> columns() {
        return List.of(
                "event",
                "title",
                "company",
                "kind_of_business",
                "start",
                "duration_hours",
                "affected_share",
                "digital_share",
                "annual_revenue_usd_m",
                "revenue_quality",
                "revenue_year");
    }

    @Override
    public List<String> optionalColumns() {
        return List.of("note");
    }

    @Override
    public List<String> key() {
        return List.of("event", "company");
    }

    @Override
    public Optional<PastEvent> parse(CsvRow row) {
        String event = row.requiredText("event");
        String title = row.requiredText("title");
        String company = row.requiredText("company");
        String kind = row.requiredText("kind_of_business");
        String start = row.requiredText("start");
        OptionalInt year = startYear(row, start);
        Optional<Double> hours = hours(row);
        Optional<Share> affected = positiveShare(row, "affected_share");
        Optional<Share> digital = positiveShare(row, "digital_share");
        Optional<Money> revenue = row.millions("annual_revenue_usd_m")
                .filter(money -> money.usd() > 0
                        || row.reject(
                                "annual_revenue_usd_m",
                                Reason.OUT_OF_RANGE,
                                "a year's revenue is above 0; leave blank what is unknown"));
        Optional<RevenueQuality> quality = row.code("revenue_quality", QUALITIES);
        if (revenue.isPresent()) {
            row.required("revenue_quality", quality, RevenueQuality.APPROXIMATE);
        }
        OptionalInt revenueYear = row.year("revenue_year");
        return row.build(() -> new PastEvent(
                event,
                title,
                company,
                kind,
                start,
                hours,
                affected,
                digital,
                revenue,
                quality.orElse(RevenueQuality.APPROXIMATE),
                age(year, revenueYear),
                row.text("note")));
    }

    private static OptionalInt startYear(CsvRow row, String start) {
        Matcher matcher = START.matcher(start);
        if (matcher.matches()) {
            return OptionalInt.of(Integer.parseInt(matcher.group(1)));
        }
        if (!start.isEmpty()) {
            row.reject(
                    "start",
                    Reason.WRONG_TYPE,
                    "not a local date, date and time, or month; write 2021-10-28, 2021-10-28T19:00 or 2021-10");
        }
        return OptionalInt.empty();
    }

    private static int age(OptionalInt event, OptionalInt revenue) {
        return event.isEmpty() || revenue.isEmpty() ? 1 : Math.max(0, event.getAsInt() - revenue.getAsInt());
    }

    private static Optional<Double> hours(CsvRow row) {
        return row.positive("duration_hours", "durations")
                .filter(hours -> hours.compareTo(LONGEST_HOURS) <= 0
                        || row.reject(
                                "duration_hours",
                                Reason.OUT_OF_RANGE,
                                "more than ten years; write hours, not minutes or seconds"))
                .map(BigDecimal::doubleValue);
    }

    private static Optional<Share> positiveShare(CsvRow row, String column) {
        return row.share(column)
                .filter(share -> share.fraction() > 0
                        || row.reject(
                                column,
                                Reason.OUT_OF_RANGE,
                                "nothing was hit, so that nothing was lost; leave blank what is unknown"));
    }
}
