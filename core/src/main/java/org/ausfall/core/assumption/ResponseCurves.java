package org.ausfall.core.assumption;

import java.util.List;

/**
 * The two answers in the literature to "how many leave when a page gets slower".
 *
 * @param devices the observational curve, device by device; order shares sum to 1
 * @param abandonmentShape shape of the Weibull survival of visitors still waiting
 * @param abandonmentScaleS its scale, s
 */
public record ResponseCurves(List<DeviceResponse> devices, double abandonmentShape, double abandonmentScaleS) {
    /** Scope of the weight of the observational curve. */
    public static final String CONVERSION = "akamai-extrapolated";

    /** Scope of the weight of the abandonment curve. */
    public static final String ABANDONMENT = "abandonment-2005";

    /** Checks that the order shares sum to 1. */
    public ResponseCurves {
        devices = List.copyOf(devices);
        double sum = devices.stream().mapToDouble(DeviceResponse::orderShare).sum();
        if (Math.abs(sum - 1) > 1e-9) {
            throw new IllegalArgumentException("order shares of all devices must sum to 1, were " + sum);
        }
        if (!(abandonmentShape > 0 && abandonmentScaleS > 0)) {
            throw new IllegalArgumentException(
                    "abandonment shape and scale must be positive: " + abandonmentShape + ", " + abandonmentScaleS);
        }
    }
}
