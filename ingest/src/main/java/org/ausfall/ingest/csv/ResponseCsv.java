package org.ausfall.ingest.csv;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ausfall.core.assumption.DeviceResponse;
import org.ausfall.core.assumption.ResponseCurves;
import org.ausfall.core.problem.Place;
import org.ausfall.core.problem.Problem;
import org.ausfall.core.problem.Reason;

/**
 * {@code response.csv} in the reference data: how visitors react to delay, by two curves. One row a parameter.
 *
 * <pre>
 * column     type    blank  meaning
 * curve      akamai-extrapolated, abandonment-2005
 * device     text    no     a kind of device; all for abandonment-2005
 * parameter  order_share, optimum, a, k for each device of akamai-extrapolated; shape, scale for abandonment-2005
 * value      number  no     order_share a fraction, optimum from 0 (s), a (1/s^k), k, shape and scale (s) above 0
 * low, high  number  none   range in the literature; not read
 * unit       text    none   unit of the value; not read
 * basis      text    none   where the value comes from; not read
 * source     text    none   citation; not read
 * </pre>
 *
 * <p>No two rows share curve, device and parameter. The order shares of all devices sum to 1.
 */
public final class ResponseCsv implements CsvSchema<ResponseCsv.Parameter> {
    private static final Codes<String> CURVES = Codes.of(ResponseCurves.CONVERSION, ResponseCurves.ABANDONMENT);
    private static final Codes<String> OF_DEVICE = Codes.of("order_share", "optimum", "a", "k");
    private static final Codes<String> OF_ABANDONMENT = Codes.of("shape", "scale");
    private static final String ALL_DEVICES = "all";
    private static final double SHARE_TOLERANCE = 1e-9;

    /**
     * One row.
     *
     * @param curve the curve
     * @param device the device
     * @param name the parameter
     * @param value its value
     */
    public record Parameter(String curve, String device, String name, double value) {}

    @Override
    public List<String> columns() {
        return List.of("curve", "device", "parameter", "value", "low", "high", "unit", "basis", "source");
    }

    @Override
    public List<String> key() {
        return List.of("curve", "device", "parameter");
    }

    @Override
    public Optional<Parameter> parse(CsvRow row) {
        Optional<String> curve = row.code("curve", CURVES);
        row.required("curve", curve, "");
        String device = row.requiredText("device");
        boolean abandonment = curve.equals(Optional.of(ResponseCurves.ABANDONMENT));
        if (abandonment && !device.isEmpty() && !device.equals(ALL_DEVICES)) {
            row.reject("device", Reason.UNKNOWN_NAME, "this curve holds for all devices; write " + ALL_DEVICES);
        }
        Optional<String> name = curve.isEmpty()
                ? row.optionalText("parameter")
                : row.code("parameter", abandonment ? OF_ABANDONMENT : OF_DEVICE);
        String known = row.required("parameter", name, "");
        double value = row.required("value", value(row, known), 1.0);
        return row.build(() -> new Parameter(curve.orElseThrow(), device, known, value));
    }

    private static Optional<Double> value(CsvRow row, String parameter) {
        return switch (parameter) {
            case "order_share" -> row.share("value").map(share -> share.fraction());
            case "optimum" ->
                row.decimal("value")
                        .filter(number -> number.signum() >= 0
                                || row.reject("value", Reason.OUT_OF_RANGE, "an optimal load time is not below zero"))
                        .map(BigDecimal::doubleValue);
            default -> row.positive("value", "the parameters of a curve").map(BigDecimal::doubleValue);
        };
    }

    @Override
    public CsvTable<Parameter> check(CsvTable<Parameter> table) {
        CsvTable<Parameter> checked = table;
        for (String missing : missing(table)) {
            checked = checked.with(Problem.file(
                    Place.of(table.file()).withColumn("parameter"),
                    missing,
                    Reason.MISSING_VALUE,
                    "no usable row for this curve, device and parameter; add it"));
        }
        double sum = devices(table).stream()
                .mapToDouble(device -> find(table, ResponseCurves.CONVERSION, device, "order_share")
                        .orElse(0.0))
                .sum();
        if (!checked.refused() && Math.abs(sum - 1) > SHARE_TOLERANCE) {
            checked = checked.with(Problem.file(
                    Place.of(table.file()).withColumn("value"),
                    Double.toString(sum),
                    Reason.OUT_OF_RANGE,
                    "the order shares of all devices sum to this; make them sum to 1"));
        }
        return checked;
    }

    private static List<String> missing(CsvTable<Parameter> table) {
        List<String> missing = new ArrayList<>();
        Set<String> devices = devices(table);
        if (devices.isEmpty()) {
            missing.add(ResponseCurves.CONVERSION);
        }
        devices.forEach(device -> addMissing(table, ResponseCurves.CONVERSION, device, OF_DEVICE, missing));
        addMissing(table, ResponseCurves.ABANDONMENT, ALL_DEVICES, OF_ABANDONMENT, missing);
        return missing;
    }

    private static void addMissing(
            CsvTable<Parameter> table, String curve, String device, Codes<String> parameters, List<String> missing) {
        for (String parameter : parameters.words()) {
            if (find(table, curve, device, parameter).isEmpty()) {
                missing.add(curve + "/" + device + "/" + parameter);
            }
        }
    }

    private static Set<String> devices(CsvTable<Parameter> table) {
        Set<String> devices = new LinkedHashSet<>();
        for (CsvTable.Entry<Parameter> entry : table.entries()) {
            if (entry.value().curve().equals(ResponseCurves.CONVERSION)) {
                devices.add(entry.value().device());
            }
        }
        return devices;
    }

    private static Optional<Double> find(CsvTable<Parameter> table, String curve, String device, String name) {
        String key = curve + "/" + device + "/" + name;
        return table.entries().stream()
                .filter(entry -> entry.key().equals(key))
                .map(entry -> entry.value().value())
                .findFirst();
    }

    /** The curves of a table; empty if it was refused. */
    public static Optional<ResponseCurves> curves(CsvTable<Parameter> table) {
        if (table.refused()) {
            return Optional.empty();
        }
        List<DeviceResponse> devices = devices(table).stream()
                .map(device -> new DeviceResponse(
                        device,
                        get(table, ResponseCurves.CONVERSION, device, "order_share"),
                        get(table, ResponseCurves.CONVERSION, device, "optimum"),
                        get(table, ResponseCurves.CONVERSION, device, "a"),
                        get(table, ResponseCurves.CONVERSION, device, "k")))
                .toList();
        return Optional.of(new ResponseCurves(
                devices,
                get(table, ResponseCurves.ABANDONMENT, ALL_DEVICES, "shape"),
                get(table, ResponseCurves.ABANDONMENT, ALL_DEVICES, "scale")));
    }

    private static double get(CsvTable<Parameter> table, String curve, String device, String name) {
        return find(table, curve, device, name)
                .orElseThrow(() -> new IllegalArgumentException("not checked: " + curve + "/" + device + "/" + name));
    }
}
