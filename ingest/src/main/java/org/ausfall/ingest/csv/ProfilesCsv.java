package org.ausfall.ingest.csv;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ausfall.core.assumption.DemandProfile;
import org.ausfall.core.problem.Place;
import org.ausfall.core.problem.Problem;
import org.ausfall.core.problem.Reason;

/**
 * {@code profiles.csv} in the reference data: when revenue comes in, in local time. 31 rows a profile: 24 hours and 7 weekdays.
 *
 * <pre>
 * column   type                      blank  meaning
 * profile  text                      no     the name sectors.csv uses
 * axis     hour, weekday             no     what the slot counts
 * slot     00 to 23, or MON to SUN   no     unique for a profile and axis
 * weight   number above 0            no     weight relative to the other slots of the axis
 * basis    text                      none   where the weight comes from; the first one speaks for the profile
 * source   text                      none   citation; not read
 * </pre>
 */
public final class ProfilesCsv implements CsvSchema<ProfilesCsv.Slot> {
    private static final List<String> WEEKDAYS = List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");
    private static final Codes<Axis> AXES =
            Codes.of(Axis.values(), axis -> axis.name().toLowerCase(Locale.ROOT));
    private static final List<String> HOURS = hours();

    /** What a slot counts. */
    public enum Axis {
        /** Hours of the day. */
        HOUR,
        /** Days of the week. */
        WEEKDAY
    }

    /**
     * One row.
     *
     * @param profile the profile
     * @param axis what the index counts
     * @param index 0 for hour 00, or for Monday
     * @param weight positive
     * @param basis where the weight comes from
     */
    public record Slot(String profile, Axis axis, int index, double weight, String basis) {}

    private static List<String> hours() {
        List<String> hours = new ArrayList<>();
        for (int hour = 0; hour < 24; hour++) {
            hours.add((hour < 10 ? "0" : "") + hour);
        }
        return List.copyOf(hours);
    }

    @Override
    public List<String> columns() {
        return List.of("profile", "axis", "slot", "weight", "basis", "source");
    }

    @Override
    public List<String> key() {
        return List.of("profile", "axis", "slot");
    }

    @Override
    public Optional<Slot> parse(CsvRow row) {
        String profile = row.requiredText("profile");
        Optional<Axis> axis = row.code("axis", AXES);
        Axis known = row.required("axis", axis, Axis.HOUR);
        String slot = row.requiredText("slot");
        int index = names(known).indexOf(slot);
        if (axis.isPresent() && !slot.isEmpty() && index < 0) {
            row.reject("slot", Reason.UNKNOWN_NAME, "write one of " + String.join(", ", names(known)));
        }
        double weight = row.required("weight", row.positive("weight", "weights").map(Number::doubleValue), 1.0);
        return row.build(() -> new Slot(profile, known, index, weight, row.text("basis")));
    }

    private static List<String> names(Axis axis) {
        return axis == Axis.HOUR ? HOURS : WEEKDAYS;
    }

    @Override
    public CsvTable<Slot> check(CsvTable<Slot> table) {
        CsvTable<Slot> checked = table;
        for (Map.Entry<String, List<Slot>> profile : byProfile(table).entrySet()) {
            List<String> missing = missing(profile.getValue());
            if (!missing.isEmpty()) {
                checked = checked.with(Problem.file(
                        Place.of(table.file()).withColumn("slot"),
                        profile.getKey(),
                        Reason.MISSING_VALUE,
                        "this profile has no usable row for " + String.join(", ", missing) + "; add them"));
            }
        }
        return checked;
    }

    private static List<String> missing(List<Slot> slots) {
        List<String> missing = new ArrayList<>();
        for (Axis axis : Axis.values()) {
            List<String> left = new ArrayList<>(names(axis));
            slots.stream()
                    .filter(slot -> slot.axis() == axis)
                    .forEach(slot -> left.remove(names(axis).get(slot.index())));
            missing.addAll(left);
        }
        return missing;
    }

    private static Map<String, List<Slot>> byProfile(CsvTable<Slot> table) {
        Map<String, List<Slot>> slots = new LinkedHashMap<>();
        table.values()
                .forEach(slot -> slots.computeIfAbsent(slot.profile(), name -> new ArrayList<>())
                        .add(slot));
        return slots;
    }

    /** The profiles of a table; none if it was refused. */
    public static List<DemandProfile> profiles(CsvTable<Slot> table) {
        List<DemandProfile> profiles = new ArrayList<>();
        byProfile(table)
                .forEach((name, slots) -> profiles.add(new DemandProfile(
                        name,
                        weights(slots, Axis.HOUR),
                        weights(slots, Axis.WEEKDAY),
                        slots.get(0).basis())));
        return profiles;
    }

    private static List<Double> weights(List<Slot> slots, Axis axis) {
        return slots.stream()
                .filter(slot -> slot.axis() == axis)
                .sorted((one, other) -> Integer.compare(one.index(), other.index()))
                .map(Slot::weight)
                .toList();
    }

    /** The names of the profiles. */
    public static Listing names(CsvTable<Slot> table) {
        List<String> rejected = table.rejectedKeys().stream()
                .map(key -> key.substring(0, key.indexOf('/')))
                .toList();
        return table.listing(entry -> entry.value().profile(), rejected);
    }
}
