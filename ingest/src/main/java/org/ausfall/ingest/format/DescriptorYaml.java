package org.ausfall.ingest.format;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.ausfall.core.measurement.MetricKind;
import org.ausfall.core.problem.Checked;
import org.ausfall.core.problem.Problem;
import org.ausfall.core.problem.Reason;
import org.ausfall.ingest.text.SourceFile;
import org.ausfall.ingest.yaml.YamlMap;
import org.ausfall.ingest.yaml.YamlReader;

/**
 * The format of descriptors. Where a column is named, {@code A|B} means the first of these that a file has.
 *
 * <pre>
 * id: acme
 * title: Acme Watch results
 * recognize:
 *   header: [When, Probe, "Total|Total (s)"]   # columns that tell it from others
 *   preamble: 5                                 # at most so many lines before the header
 * delimiters: [";"]                             # default: , ; tab ^
 * decimal: comma                                # plain (default), point, comma, either
 * time: {columns: [When], patterns: ["dd.MM.uuuu HH:mm:ss"], zone: UTC}
 * site: [{column: Address, part: host}, {column: Name}]
 * location: [{column: Probe}]
 * kind: page_load
 * durations: {page_load: {column: "Total|Total (s)", unit: s}}
 * status: Code
 * rules:
 *   - {column: Type, is: maintenance, then: skip, because: announced maintenance}
 *   - {column: Error, contains: timeout, then: timeout}
 * weight: {count: Runs, available: "% up"}
 * dedupe: always                                # default: on_request
 * </pre>
 *
 * Everything is explained in docs/formats/own-descriptor.md.
 */
final class DescriptorYaml {
    private static final Set<String> KEYS = Set.of(
            "id",
            "title",
            "shape",
            "recognize",
            "delimiters",
            "pattern",
            "time",
            "site",
            "location",
            "default_location",
            "kind",
            "kind_column",
            "durations",
            "status",
            "rules",
            "weight",
            "dedupe",
            "decimal",
            "blank",
            "about",
            "export",
            "command",
            "sample",
            "traps");
    private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '^');

    private DescriptorYaml() {}

    /** Reads a descriptor; refused if something in it is missing or wrong. */
    static Checked<Descriptor> read(SourceFile file) {
        List<Problem> problems = new ArrayList<>();
        Optional<Descriptor> read = YamlReader.read(file, problems).flatMap(DescriptorYaml::descriptor);
        boolean wrong = problems.stream().anyMatch(problem -> problem.effect() == Problem.Effect.FILE_REFUSED);
        return wrong || read.isEmpty() ? Checked.refused(problems) : Checked.of(read.get(), problems);
    }

    private static Optional<Descriptor> descriptor(YamlMap map) {
        map.checkKeys(KEYS);
        Optional<String> id = map.text("id");
        Optional<String> title = map.text("title");
        Shape shape = code(map, "shape", Shape.TABLE, Shape::find, "table, wide, lines or prometheus");
        Recognition recognition = recognition(map);
        Optional<Pattern> pattern = regex(map, "pattern");
        TimeRule time =
                map.map("time").map(DescriptorYaml::time).orElse(new TimeRule(List.of(), List.of(), Optional.empty()));
        List<NamePart> site = names(map, "site");
        Optional<MetricKind> kind = map.has("kind")
                ? Optional.of(code(
                        map, "kind", MetricKind.CHECK, MetricKind::find, "page_load, full_response, ttfb or check"))
                : Optional.empty();
        Map<MetricKind, DurationRule> durations =
                map.map("durations").map(DescriptorYaml::durations).orElse(Map.of());
        checkUsable(map, shape, pattern, site, durations);
        if (id.isEmpty() || title.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Descriptor(
                id.get(),
                title.get(),
                shape,
                recognition,
                pattern,
                time,
                site,
                map.has("location") ? names(map, "location") : List.of(),
                map.optionalText("default_location").orElse("-"),
                kind,
                column(map, "kind_column"),
                durations,
                column(map, "status"),
                map.has("rules") ? rules(map) : List.of(),
                map.has("weight") ? map.map("weight").map(DescriptorYaml::weight) : Optional.empty(),
                code(map, "dedupe", Dedupe.ON_REQUEST, Dedupe::find, "always or on_request") == Dedupe.ALWAYS,
                code(map, "decimal", DecimalMark.PLAIN, DecimalMark::find, "plain, point, comma or either"),
                Set.copyOf(map.texts("blank")),
                page(map)));
    }

    private enum Dedupe {
        ALWAYS,
        ON_REQUEST;

        static Optional<Dedupe> find(String code) {
            return code.equals("always")
                    ? Optional.of(ALWAYS)
                    : code.equals("on_request") ? Optional.of(ON_REQUEST) : Optional.empty();
        }
    }

    private static void checkUsable(
            YamlMap map,
            Shape shape,
            Optional<Pattern> pattern,
            List<NamePart> site,
            Map<MetricKind, DurationRule> durations) {
        if (shape == Shape.LINES && pattern.isEmpty()) {
            map.reject("pattern", Reason.MISSING_VALUE, "lines need a regular expression with named groups");
        }
        if (site.isEmpty() && map.has("site")) {
            map.reject("site", Reason.MISSING_VALUE, "say where a site's name comes from");
        }
        if (durations.isEmpty() && map.has("durations")) {
            map.reject(
                    "durations",
                    Reason.MISSING_VALUE,
                    "name one of page_load, full_response, ttfb, check and its column");
        }
    }

    private static <T> T code(YamlMap map, String key, T standard, Function<String, Optional<T>> find, String choices) {
        Optional<String> text = map.optionalText(key);
        Optional<T> found = text.flatMap(find);
        if (text.isPresent() && found.isEmpty()) {
            map.reject(key, Reason.UNKNOWN_NAME, "write " + choices);
        }
        return found.orElse(standard);
    }

    private static Optional<Pattern> regex(YamlMap map, String key) {
        try {
            return map.optionalText(key).map(Pattern::compile);
        } catch (PatternSyntaxException wrong) {
            map.reject(key, Reason.MALFORMED, "not a regular expression: " + wrong.getDescription());
            return Optional.empty();
        }
    }

    private static List<String> column(YamlMap map, String key) {
        return map.optionalText(key).map(DescriptorYaml::choices).orElse(List.of());
    }

    private static List<String> choices(String text) {
        return List.of(text.split("\\|"));
    }

    private static Recognition recognition(YamlMap top) {
        List<Character> delimiters = delimiters(top);
        if (!top.has("recognize")) {
            return new Recognition(List.of(), Optional.empty(), List.of(), Optional.empty(), delimiters, 0, Set.of());
        }
        return top.map("recognize")
                .map(map -> new Recognition(
                        map.texts("header").stream()
                                .map(DescriptorYaml::choices)
                                .toList(),
                        regex(map, "first_row"),
                        map.texts("names"),
                        regex(map, "cells"),
                        delimiters,
                        preamble(map),
                        new HashSet<>(map.texts("twice"))))
                .orElse(new Recognition(
                        List.of(), Optional.empty(), List.of(), Optional.empty(), delimiters, 0, Set.of()));
    }

    private static int preamble(YamlMap map) {
        Optional<String> text = map.optionalText("preamble");
        int lines = text.filter(number -> number.matches("[0-9]{1,3}"))
                .map(Integer::parseInt)
                .orElse(text.isEmpty() ? 0 : Integer.MAX_VALUE);
        if (lines > Recognition.MOST_PREAMBLE) {
            map.reject(
                    "preamble",
                    Reason.OUT_OF_RANGE,
                    "write a whole number of lines, at most " + Recognition.MOST_PREAMBLE
                            + "; cut longer ones off the file");
            return 0;
        }
        return lines;
    }

    private static List<Character> delimiters(YamlMap map) {
        if (!map.has("delimiters")) {
            return DELIMITERS;
        }
        List<Character> delimiters = new ArrayList<>();
        for (String text : map.texts("delimiters")) {
            String plain = text.equals("tab") ? "\t" : text;
            if (plain.length() != 1 || plain.charAt(0) > 0x7e || plain.charAt(0) == '"') {
                map.reject("delimiters", Reason.WRONG_TYPE, "write single characters, or tab");
                return DELIMITERS;
            }
            delimiters.add(plain.charAt(0));
        }
        return delimiters;
    }

    private static TimeRule time(YamlMap map) {
        map.checkKeys(Set.of("columns", "patterns", "zone"));
        List<String> columns = map.texts("columns");
        if (columns.isEmpty()) {
            map.reject("columns", Reason.MISSING_VALUE, "name the column of the time, as in [When]");
        }
        List<String> patterns = map.texts("patterns");
        for (String pattern : patterns) {
            try {
                TimeReader.formatter(pattern);
            } catch (IllegalArgumentException wrong) {
                map.reject("patterns", Reason.MALFORMED, "not a pattern of java.time: " + wrong.getMessage());
                patterns = List.of();
                break;
            }
        }
        return new TimeRule(columns.stream().map(DescriptorYaml::choices).toList(), patterns, zone(map));
    }

    private static Optional<ZoneId> zone(YamlMap map) {
        try {
            return map.optionalText("zone").map(ZoneId::of);
        } catch (DateTimeException wrong) {
            map.reject("zone", Reason.UNKNOWN_NAME, "no such zone; write UTC or a name as in Europe/Berlin");
            return Optional.empty();
        }
    }

    private static List<NamePart> names(YamlMap map, String key) {
        return map.maps(key).orElse(List.of()).stream()
                .map(DescriptorYaml::name)
                .toList();
    }

    private static NamePart name(YamlMap map) {
        map.checkKeys(Set.of("column", "part", "key"));
        NamePart.Part part =
                code(map, "part", NamePart.Part.TEXT, NamePart.Part::find, "text, host, tag, series or group");
        boolean needsKey = part == NamePart.Part.TAG || part == NamePart.Part.SERIES || part == NamePart.Part.GROUP;
        if (needsKey && !map.has("key")) {
            map.reject("key", Reason.MISSING_VALUE, "say which tag or label, or give the regular expression");
        }
        if (part == NamePart.Part.GROUP) {
            regex(map, "key");
        }
        return new NamePart(
                map.text("column").map(DescriptorYaml::choices).orElse(List.of()),
                part,
                map.optionalText("key").orElse(""));
    }

    private static Map<MetricKind, DurationRule> durations(YamlMap map) {
        Map<MetricKind, DurationRule> durations = new EnumMap<>(MetricKind.class);
        Set<String> known = new HashSet<>();
        for (MetricKind kind : MetricKind.values()) {
            known.add(kind.code());
            if (map.has(kind.code())) {
                map.map(kind.code()).ifPresent(rule -> durations.put(kind, duration(rule)));
            }
        }
        map.checkKeys(known);
        return durations;
    }

    private static DurationRule duration(YamlMap map) {
        map.checkKeys(Set.of("column", "unit", "only"));
        Optional<String> unit = map.text("unit");
        Optional<Unit> known = unit.flatMap(Unit::find);
        if (unit.isPresent() && known.isEmpty() && !unit.get().equals("cell")) {
            map.reject(
                    "unit", Reason.UNKNOWN_NAME, "write ns, us, ms, s, min, or cell if it stands behind each number");
        }
        Optional<Condition> only =
                map.has("only") ? map.map("only").flatMap(DescriptorYaml::condition) : Optional.empty();
        return new DurationRule(map.text("column").map(DescriptorYaml::choices).orElse(List.of()), known, only);
    }

    private static List<Rule> rules(YamlMap top) {
        List<Rule> rules = new ArrayList<>();
        for (YamlMap map : top.maps("rules").orElse(List.of())) {
            map.checkKeys(
                    Set.of("column", "is", "is_not", "starts", "contains", "matches", "then", "because", "blank"));
            Effect then = code(
                    map,
                    "then",
                    Effect.SKIP,
                    Effect::find,
                    "skip, ok, failed, reachable, http_error, no_response, timeout, content_fail, maintenance, unknown or"
                            + " bad");
            map.text("then");
            condition(map)
                    .ifPresent(condition -> rules.add(new Rule(
                            condition, then, map.optionalText("because").orElse(then.code()))));
        }
        return rules;
    }

    private static Optional<Condition> condition(YamlMap map) {
        List<String> columns = map.text("column").map(DescriptorYaml::choices).orElse(List.of());
        if (map.has("blank")) {
            return Optional.of(new Condition(columns, Condition.Test.IS, ""));
        }
        for (Condition.Test test : Condition.Test.values()) {
            String key = test.name().toLowerCase(Locale.ROOT);
            if (map.has(key)) {
                boolean broken =
                        test == Condition.Test.MATCHES && regex(map, key).isEmpty();
                return broken ? Optional.empty() : map.text(key).map(text -> new Condition(columns, test, text));
            }
        }
        map.reject(
                "column",
                Reason.MISSING_VALUE,
                "say what the cell must be: is, is_not, starts, contains, matches or blank");
        return Optional.empty();
    }

    private static WeightRule weight(YamlMap map) {
        map.checkKeys(Set.of("count", "available"));
        return new WeightRule(
                map.text("count").map(DescriptorYaml::choices).orElse(List.of()), column(map, "available"));
    }

    private static FormatPage page(YamlMap map) {
        return new FormatPage(
                map.optionalText("about").orElse(""),
                map.optionalText("export").orElse(""),
                map.optionalText("command").orElse(""),
                map.optionalText("sample").orElse(""),
                map.texts("traps"));
    }
}
