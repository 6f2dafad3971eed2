package org.ausfall.ingest.event;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.ausfall.core.evidence.OutageEvent;
import org.ausfall.core.evidence.Population;
import org.ausfall.core.evidence.RecoveryCurve;
import org.ausfall.core.measurement.Baseline;
import org.ausfall.core.measurement.Baselines;
import org.ausfall.core.measurement.ComparedWindows;
import org.ausfall.core.problem.Checked;
import org.ausfall.core.problem.Problem;
import org.ausfall.core.problem.Reason;
import org.ausfall.core.quantity.OutageWindow;
import org.ausfall.core.quantity.Threshold;
import org.ausfall.ingest.text.DecimalText;
import org.ausfall.ingest.text.SourceFile;
import org.ausfall.ingest.yaml.YamlMap;
import org.ausfall.ingest.yaml.YamlReader;

/**
 * {@code event.yaml} in an event folder: what failed, when, and how it came back.
 *
 * <pre>
 * id: aws-s3-2017-02-28                  # small letters, digits, hyphens, at most 64; names the output folder
 * title: AWS S3 us-east-1
 * window: {start: "2017-02-28T17:37:00Z", end: "2017-02-28T21:54:00Z", given_by: AWS}   # half-open, at most 366 days
 * zone: America/Los_Angeles              # optional, UTC; the local zone of the sources
 * published_threshold: 20%               # or 0.2; the threshold behind published states
 * population: {scope: top100-retailers, label: online retailers, sector: Consumer Discretionary}
 * recovery:                              # the provider's; missing from 1 (all) to 0 (none), never rising, from the window's start
 *   reads: [{at: "2017-02-28T17:37:00Z", missing: 1}, {at: "2017-02-28T21:18:00Z", missing: 0}]
 *   writes: [{at: "2017-02-28T17:37:00Z", missing: 1}, {at: "2017-02-28T21:54:00Z", missing: 0}]
 * demonstration: false                   # optional; if true, the title must say "demonstration"
 * sources: ["https://aws.amazon.com/message/41926"]   # optional citations
 * baseline: {start: "2017-02-27T17:37:00Z", end: "2017-02-27T21:54:00Z"}   # optional: what measurements/ is compared with
 * baseline_weeks: 4                      # or: the same weekday and hours of so many earlier weeks; neither: see {@link Baselines}
 * reconstruction: {}                     # optional; see {@link ReconstructionYaml}
 * </pre>
 *
 * <p>Times are ISO-8601 with Z or an offset, years 1900 to 2200; a local time is refused, not guessed. The scope has small letters,
 * digits and hyphens and is not {@code sp500} or {@code financial-services}, which name other populations. The sector is one of
 * sectors.csv. An unknown key is noted and ignored; anything else that is wrong costs the file.
 */
public final class EventYaml {
    private static final Set<String> KEYS = Set.of(
            "id",
            "title",
            "window",
            "zone",
            "published_threshold",
            "population",
            "recovery",
            "demonstration",
            "sources",
            "reconstruction",
            "baseline",
            "baseline_weeks");
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final Pattern SCOPE = Pattern.compile("[a-z0-9-]{1,64}");
    private static final Set<String> OTHER_POPULATIONS = Set.of("sp500", "financial-services");
    private static final Duration LONGEST = Duration.ofDays(366);

    private final YamlMap root;
    private final Predicate<String> sectors;

    private EventYaml(YamlMap root, Predicate<String> sectors) {
        this.root = root;
        this.sectors = sectors;
    }

    /**
     * Reads an event; refused if anything but an unknown key is wrong.
     *
     * @param sectors which sectors the reference data know
     */
    public static Checked<OutageEvent> read(SourceFile file, Predicate<String> sectors) {
        List<Problem> problems = new ArrayList<>();
        Optional<OutageEvent> event =
                YamlReader.read(file, problems).flatMap(root -> new EventYaml(root.checkKeys(KEYS), sectors).event());
        boolean refused = problems.stream().anyMatch(problem -> problem.effect() == Problem.Effect.FILE_REFUSED);
        return new Checked<>(refused ? Optional.empty() : event, problems);
    }

    private Optional<OutageEvent> event() {
        Optional<String> id = id();
        boolean demonstration = demonstration();
        Optional<String> title = title(demonstration);
        Optional<YamlMap> window = root.map("window").map(map -> map.checkKeys(Set.of("start", "end", "given_by")));
        Optional<OutageWindow> times = window.flatMap(EventYaml::window);
        Optional<String> givenBy = window.flatMap(map -> map.text("given_by"));
        ZoneId zone = zone();
        Optional<Threshold> threshold = threshold();
        Optional<Population> population = population();
        Optional<YamlMap> recovery = root.map("recovery").map(map -> map.checkKeys(Set.of("reads", "writes")));
        Optional<RecoveryCurve> reads = recovery.flatMap(map -> curve(map, "reads", times));
        Optional<RecoveryCurve> writes = recovery.flatMap(map -> curve(map, "writes", times));
        List<String> sources = root.texts("sources");
        Optional<List<Baseline>> baselines = times.flatMap(this::baselines);
        if (baselines.isEmpty()
                || id.isEmpty()
                || title.isEmpty()
                || times.isEmpty()
                || givenBy.isEmpty()
                || threshold.isEmpty()) {
            return Optional.empty();
        }
        return population.flatMap(group -> reads.flatMap(read -> writes.map(write -> new OutageEvent(
                id.get(),
                title.get(),
                times.get(),
                givenBy.get(),
                zone,
                threshold.get(),
                group,
                read,
                write,
                demonstration,
                sources,
                baselines.get()))));
    }

    private Optional<List<Baseline>> baselines(OutageWindow event) {
        boolean given = root.has("baseline");
        boolean weeks = root.has("baseline_weeks");
        if (given && weeks) {
            root.reject("baseline_weeks", Reason.CONTRADICTION, "baseline stands there too; remove one of them");
            return Optional.empty();
        }
        if (given) {
            return root.map("baseline")
                    .flatMap(map -> window(map.checkKeys(Set.of("start", "end"))))
                    .flatMap(window -> fitting("baseline", event, () -> Baselines.given(window)));
        }
        return weeks
                ? root.text("baseline_weeks")
                        .flatMap(this::number)
                        .flatMap(number -> fitting("baseline_weeks", event, () -> Baselines.weeks(event, number)))
                : Optional.of(Baselines.usual(event));
    }

    private Optional<Integer> number(String text) {
        if (!text.matches("[0-9]{1,3}")) {
            root.reject("baseline_weeks", Reason.WRONG_TYPE, "write a whole number of weeks");
            return Optional.empty();
        }
        return Optional.of(Integer.valueOf(text));
    }

    private Optional<List<Baseline>> fitting(String key, OutageWindow event, Supplier<List<Baseline>> make) {
        try {
            return Optional.of(new ComparedWindows(event, make.get()).baselines());
        } catch (IllegalArgumentException e) {
            root.reject(key, Reason.OUT_OF_RANGE, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private Optional<String> id() {
        return root.text("id")
                .filter(
                        id -> ID.matcher(id).matches()
                                || root.reject(
                                        "id",
                                        Reason.OUT_OF_RANGE,
                                        "write small letters, digits and hyphens, at most 64; the output folder is named by it"));
    }

    private boolean demonstration() {
        Optional<String> word = root.optionalText("demonstration");
        word.filter(any -> !any.equals("true") && !any.equals("false"))
                .ifPresent(any -> root.reject("demonstration", Reason.WRONG_TYPE, "write true or false"));
        return word.equals(Optional.of("true"));
    }

    private Optional<String> title(boolean demonstration) {
        return root.text("title")
                .filter(title -> !demonstration
                        || title.toLowerCase(Locale.ROOT).contains("demonstration")
                        || root.reject(
                                "title",
                                Reason.CONTRADICTION,
                                "a demonstration must say so; put the word demonstration in the title"));
    }

    private static Optional<OutageWindow> window(YamlMap map) {
        Optional<Instant> start = time(map, "start");
        Optional<Instant> end = time(map, "end");
        if (start.isEmpty() || end.isEmpty()) {
            return Optional.empty();
        }
        if (!start.get().isBefore(end.get())) {
            map.reject("end", Reason.OUT_OF_RANGE, "the window must end after it starts, at " + start.get());
            return Optional.empty();
        }
        if (Duration.between(start.get(), end.get()).compareTo(LONGEST) > 0) {
            map.reject("end", Reason.OUT_OF_RANGE, "the window is longer than " + LONGEST.toDays() + " days");
            return Optional.empty();
        }
        return Optional.of(new OutageWindow(start.get(), end.get()));
    }

    private static Optional<Instant> time(YamlMap map, String key) {
        return map.text(key).flatMap(text -> {
            Checked<Instant> time = TimeText.parse(map.place(key), text);
            time.problems().forEach(problem -> map.reject(key, problem.reason(), problem.detail()));
            return time.value();
        });
    }

    private ZoneId zone() {
        String name = root.optionalText("zone").orElse("UTC");
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            root.reject("zone", Reason.UNKNOWN_NAME, "not a time zone; write its name as in America/Los_Angeles");
            return ZoneId.of("UTC");
        }
    }

    private Optional<Threshold> threshold() {
        return root.text("published_threshold").flatMap(text -> {
            try {
                return Optional.of(Threshold.parse(text));
            } catch (IllegalArgumentException e) {
                root.reject("published_threshold", Reason.WRONG_TYPE, String.valueOf(e.getMessage()));
                return Optional.empty();
            }
        });
    }

    private Optional<Population> population() {
        return root.map("population").flatMap(map -> {
            map.checkKeys(Set.of("scope", "label", "sector"));
            Optional<String> scope = map.text("scope").filter(name -> scope(map, name));
            Optional<String> label = map.text("label");
            Optional<String> sector = map.text("sector")
                    .filter(name -> sectors.test(name)
                            || map.reject(
                                    "sector",
                                    Reason.UNKNOWN_NAME,
                                    "sectors.csv has no usable row for it; correct the name or add the sector"));
            return scope.flatMap(key -> label.flatMap(words -> sector.map(name -> new Population(key, words, name))));
        });
    }

    private static boolean scope(YamlMap map, String name) {
        if (!SCOPE.matcher(name).matches()) {
            return map.reject("scope", Reason.OUT_OF_RANGE, "write small letters, digits and hyphens, at most 64");
        }
        return !OTHER_POPULATIONS.contains(name)
                || map.reject("scope", Reason.OUT_OF_RANGE, "this names another population; choose another word");
    }

    private static Optional<RecoveryCurve> curve(YamlMap recovery, String key, Optional<OutageWindow> window) {
        Optional<List<YamlMap>> maps = recovery.maps(key);
        if (maps.isEmpty()) {
            return Optional.empty();
        }
        List<RecoveryCurve.Knot> knots = new ArrayList<>();
        maps.get().forEach(map -> knot(map).ifPresent(knots::add));
        if (knots.size() < maps.get().size()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new RecoveryCurve(knots)).filter(curve -> fits(recovery, key, curve, window));
        } catch (IllegalArgumentException e) {
            recovery.reject(key, Reason.OUT_OF_RANGE, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private static boolean fits(YamlMap recovery, String key, RecoveryCurve curve, Optional<OutageWindow> window) {
        if (window.isPresent() && !window.get().start().equals(curve.start())) {
            return recovery.reject(
                    key,
                    Reason.OUT_OF_RANGE,
                    "the first knot is at " + curve.start() + "; it must be the window's start, "
                            + window.get().start());
        }
        return Duration.between(curve.start(), curve.end()).compareTo(LONGEST) <= 0
                || recovery.reject(
                        key, Reason.OUT_OF_RANGE, "the recovery is longer than " + LONGEST.toDays() + " days");
    }

    private static Optional<RecoveryCurve.Knot> knot(YamlMap map) {
        map.checkKeys(Set.of("at", "missing"));
        Optional<Instant> at = time(map, "at");
        Optional<Double> missing = map.text("missing").flatMap(text -> missing(map, text));
        return at.flatMap(moment -> missing.map(share -> new RecoveryCurve.Knot(moment, share)));
    }

    private static Optional<Double> missing(YamlMap map, String text) {
        Optional<Double> share = DecimalText.parse(text).map(Number::doubleValue);
        if (share.isEmpty()) {
            map.reject("missing", Reason.WRONG_TYPE, DecimalText.complaint(text));
        }
        return share.filter(any -> (any >= 0 && any <= 1)
                || map.reject("missing", Reason.OUT_OF_RANGE, "a share is written as a fraction between 0 and 1"));
    }
}
