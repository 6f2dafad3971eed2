package org.ausfall.ingest.format;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.ausfall.core.measurement.MetricKind;
import org.ausfall.core.measurement.Outcome;
import org.ausfall.core.problem.Reason;
import org.ausfall.ingest.probe.Measurement;

/** Makes measurements of the rows of one file, as the descriptor of its format says. */
final class RowMapper {
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]*\\.?[0-9]+([eE][+-]?[0-9]{1,2})?");
    private static final int LONGEST_NUMBER = 40;
    private static final int MOST_REMEMBERED = 1_000;
    private static final int LONGEST_REMEMBERED = 1_000;

    private final Descriptor descriptor;
    private final Optional<MetricKind> wanted;
    private final Columns columns;
    private final RememberedCells remembered;
    private final int[] timeColumns;
    private final TimeReader times;
    private final Names sites;
    private final Names locations;
    private final int durationColumn;
    private final DurationReader durations;
    private final List<Bound> rules = new ArrayList<>();
    private final Optional<Bound> only;
    private final int statusColumn;
    private final int kindColumn;
    private final Interval interval;
    private Optional<String> skipped = Optional.empty();
    private String lastKindText = "";
    private Optional<MetricKind> lastKind = Optional.empty();
    private boolean rounded;

    /** A condition in one file. */
    private record Bound(
            int column,
            Condition.Test test,
            String text,
            Pattern pattern,
            Effect then,
            String because,
            Map<String, Boolean> matched) {
        static Optional<Bound> of(Condition condition, Effect then, String because, Columns columns) throws Misfit {
            int column = columns.find(condition.columns());
            Pattern pattern =
                    Pattern.compile(condition.test() == Condition.Test.MATCHES ? condition.text() : "", Pattern.DOTALL);
            return column < 0
                    ? Optional.empty()
                    : Optional.of(new Bound(
                            column, condition.test(), condition.text(), pattern, then, because, new HashMap<>()));
        }

        Misfit misfit(Columns columns, Cells cells) {
            return new Misfit(columns.name(column), cells.text(column), Reason.UNKNOWN_NAME, because);
        }

        boolean holds(Cells cells) {
            String cell = cells.text(column);
            return switch (test) {
                case IS -> cell.equals(text);
                case IS_NOT -> !cell.equals(text);
                case STARTS -> cell.startsWith(text);
                case CONTAINS -> cell.contains(text);
                case MATCHES -> matches(cell);
            };
        }

        /** Files know few codes and messages, and a pattern takes longer than all the rest of a row. */
        private boolean matches(String cell) {
            Boolean known = matched.get(cell);
            if (known != null) {
                return known;
            }
            boolean matches = pattern.matcher(cell).matches();
            if (matched.size() < MOST_REMEMBERED && cell.length() <= LONGEST_REMEMBERED) {
                matched.put(cell, matches);
            }
            return matches;
        }
    }

    /**
     * Binds a descriptor to the header of a file.
     *
     * @param preamble the cells before the header
     * @throws Misfit if the header lacks a column, has one twice, or the format does not have what is asked for
     */
    RowMapper(Descriptor descriptor, ReadOptions options, List<String> header, List<String> preamble) throws Misfit {
        this.descriptor = descriptor;
        this.wanted = options.kind().or(descriptor::kind);
        this.columns = new Columns(header, descriptor.recognition().twice());
        this.remembered = new RememberedCells(header.size(), descriptor.blanks());
        this.timeColumns = timeColumns();
        this.times = new TimeReader(
                descriptor.time().patterns(), descriptor.time().zone().or(options::zone));
        this.sites = new Names("site", descriptor.site(), "", columns, preamble);
        this.locations = new Names("location", descriptor.location(), descriptor.defaultLocation(), columns, preamble);
        DurationRule rule = durationRule(options);
        this.durationColumn = columns.need(rule.columns());
        this.durations = new DurationReader(
                rule.unit().or(options::unit), options.decimal().orElse(descriptor.decimal()));
        this.only = rule.only().isPresent()
                ? Bound.of(rule.only().get(), Effect.SKIP, "other metrics", columns)
                : Optional.empty();
        for (Rule one : descriptor.rules()) {
            Bound.of(one.condition(), one.then(), one.because(), columns).ifPresent(rules::add);
        }
        this.statusColumn = columns.find(descriptor.status());
        this.kindColumn = columns.find(descriptor.kindColumn());
        this.interval = new Interval(descriptor.weight(), columns);
    }

    private int[] timeColumns() throws Misfit {
        List<List<String>> names = descriptor.time().columns();
        int[] found = new int[names.size()];
        for (int i = 0; i < found.length; i++) {
            found[i] = columns.need(names.get(i));
        }
        return found;
    }

    private DurationRule durationRule(ReadOptions options) throws Misfit {
        Optional<DurationRule> rule = descriptor.duration(options.kind());
        if (rule.isEmpty()) {
            List<String> known = descriptor.durations().keySet().stream()
                    .map(MetricKind::code)
                    .toList();
            throw new Misfit(
                    "",
                    wanted.map(MetricKind::code).orElse(""),
                    Reason.UNKNOWN_NAME,
                    "this format has no durations of that kind, only " + String.join(", ", known));
        }
        return rule.get();
    }

    /** Columns in which a line break makes no sense: times, names and numbers. */
    Set<Integer> oneLineColumns() {
        TreeSet<Integer> found = new TreeSet<>(sites.columns());
        for (int column : timeColumns) {
            found.add(column);
        }
        found.add(durationColumn);
        return found;
    }

    /** The kind of the durations of rows that do not say it. */
    Optional<MetricKind> kind() {
        return wanted;
    }

    /** Why the row last read was none of ours, if so. */
    Optional<String> skipped() {
        return skipped;
    }

    /** Whether the duration last read had decimals beyond the microsecond. */
    boolean rounded() {
        return rounded;
    }

    /** Reads a row; hands on what it measured, unless it is skipped. */
    void read(Cells raw, Consumer<Measurement> sink) throws Misfit {
        Cells cells = remembered.of(raw);
        skipped = Optional.empty();
        rounded = false;
        if (only.isPresent() && !only.get().holds(cells)) {
            skipped = Optional.of(only.get().because());
            return;
        }
        Optional<Bound> rule = rule(cells);
        if (rule.isPresent() && rule.get().then() == Effect.SKIP) {
            skipped = Optional.of(rule.get().because());
            return;
        }
        if (rule.isPresent() && rule.get().then() == Effect.BAD) {
            throw rule.get().misfit(columns, cells);
        }
        Optional<MetricKind> kind = kind(cells);
        if (kind.isPresent() && wanted.isPresent() && !kind.equals(wanted)) {
            skipped = Optional.of("other kinds of metric");
            return;
        }
        measure(cells, rule.map(Bound::then), kind, sink);
    }

    private Optional<Bound> rule(Cells cells) {
        for (Bound rule : rules) {
            if (rule.holds(cells)) {
                return Optional.of(rule);
            }
        }
        return Optional.empty();
    }

    private Optional<MetricKind> kind(Cells cells) throws Misfit {
        String text = kindColumn < 0 ? "" : cells.text(kindColumn);
        if (text.isEmpty()) {
            return wanted;
        }
        if (!text.equals(lastKindText)) {
            lastKind = MetricKind.find(text);
            lastKindText = text;
        }
        if (lastKind.isEmpty()) {
            throw new Misfit(
                    columns.name(kindColumn),
                    text,
                    Reason.UNKNOWN_NAME,
                    "a kind is page_load, full_response, ttfb or check");
        }
        return lastKind;
    }

    private void measure(Cells cells, Optional<Effect> effect, Optional<MetricKind> kind, Consumer<Measurement> sink)
            throws Misfit {
        long millis = times.read(columns.name(timeColumns[0]), time(cells));
        String site = sites.read(cells);
        String location = locations.read(cells);
        int status = status(cells, effect.isPresent());
        interval.read(cells);
        if (interval.isEmpty()) {
            skipped = Optional.of("intervals without a measurement");
            return;
        }
        Effect standard = interval.isDown() ? Effect.NO_RESPONSE : Effect.OK;
        Outcome outcome = effect.orElse(standard).outcome(status);
        int read = duration(cells, outcome == Outcome.OK && effect.isEmpty());
        int micros = outcome == Outcome.OK ? read : Measurement.NONE;
        rounded &= outcome == Outcome.OK;
        Outcome known = outcome == Outcome.OK && micros == Measurement.NONE ? Outcome.REACHABLE : outcome;
        interval.spread(new Measurement(millis, site, location, micros, known, status, kind, 1), sink);
    }

    private String time(Cells cells) {
        String text = cells.text(timeColumns[0]);
        for (int i = 1; i < timeColumns.length; i++) {
            text = text + " " + cells.text(timeColumns[i]);
        }
        return text.replace('\u202f', ' ').replace('\u00a0', ' ');
    }

    /** Where a rule decided, a status may be no number, as JMeter has them; it is none then. */
    private int status(Cells cells, boolean decided) throws Misfit {
        String text = statusColumn < 0 ? "" : cells.text(statusColumn);
        if (text.isEmpty() && statusColumn >= 0 && !decided) {
            throw new Misfit(
                    columns.name(statusColumn), text, Reason.MISSING_VALUE, "nothing says how the probe ended");
        }
        if (text.isEmpty()) {
            return Measurement.NONE;
        }
        if (text.length() == 3 && isDigits(text)) {
            return checked(text, Integer.parseInt(text));
        }
        boolean number = text.length() <= LONGEST_NUMBER && NUMBER.matcher(text).matches();
        if (!number && decided) {
            return Measurement.NONE;
        }
        if (!number) {
            throw new Misfit(columns.name(statusColumn), text, Reason.WRONG_TYPE, "not a status such as 200");
        }
        BigDecimal status = new BigDecimal(text);
        boolean whole = status.stripTrailingZeros().scale() <= 0 && status.abs().compareTo(BigDecimal.TEN.pow(4)) < 0;
        return checked(text, whole ? status.intValue() : Measurement.NONE);
    }

    private int checked(String text, int status) throws Misfit {
        if (!Outcome.isStatus(status)) {
            throw new Misfit(
                    columns.name(statusColumn),
                    text,
                    Reason.OUT_OF_RANGE,
                    "a status is 0 or a whole number from 200 to 599");
        }
        return status;
    }

    private static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private int duration(Cells cells, boolean needed) throws Misfit {
        String text = cells.text(durationColumn);
        if (text.isEmpty() && needed) {
            throw new Misfit(
                    columns.name(durationColumn),
                    text,
                    Reason.MISSING_VALUE,
                    "a success needs a duration, unless a rule says that the site was up");
        }
        if (text.isEmpty()) {
            return Measurement.NONE;
        }
        int micros = durations.read(columns.name(durationColumn), text);
        rounded = durations.rounded();
        return micros;
    }
}
