package org.ausfall.core.loss;

import java.util.List;
import org.ausfall.core.assumption.DeviceResponse;
import org.ausfall.core.assumption.ResponseCurves;
import org.ausfall.core.simulation.Exponential;

/**
 * The share of orders lost when a site gets slower or stops answering. Two curves, because the literature has two answers; see
 * {@code docs/method.md}, "Response to delay".
 */
public final class DelayResponse {
    private final ResponseCurves curves;
    private final double[] orderShares;

    /** The response under these curves. */
    public DelayResponse(ResponseCurves curves) {
        this.curves = curves;
        this.orderShares = curves.devices().stream()
                .mapToDouble(DeviceResponse::orderShare)
                .toArray();
    }

    /**
     * l = 1 - A sum_g w_g exp(-xi a_g [max(0, T1 - opt_g)^k_g - max(0, T0 - opt_g)^k_g]), clipped to [0, 1]. Fitted to Akamai 2017
     * up to 2 s above the optimum; beyond, an extrapolation.
     *
     * @param beforeS load time before, T0, s
     * @param duringS load time during, T1, s
     * @param availability availability during relative to before, A = A1 / A0, in [0, 1]
     * @param xi how much of the observed slope is causal
     */
    public double conversionLoss(double beforeS, double duringS, double availability, double xi) {
        return conversionLoss(slowness(beforeS), slowness(duringS), availability, xi);
    }

    /** How many devices have a curve of their own. */
    int devices() {
        return orderShares.length;
    }

    /** a_g max(0, T - opt_g)^k_g for each device: what a load time counts. */
    double[] slowness(double loadS) {
        List<DeviceResponse> devices = curves.devices();
        double[] slowness = new double[devices.size()];
        for (int g = 0; g < slowness.length; g++) {
            slowness[g] = devices.get(g).a() * excess(loadS, devices.get(g));
        }
        return slowness;
    }

    /** {@link #conversionLoss(double, double, double, double)} from what both load times count. */
    double conversionLoss(double[] before, double[] during, double availability, double xi) {
        // Summing what is lost, not what is kept, makes "nothing changed" exactly zero.
        double lost = 0;
        for (int g = 0; g < orderShares.length; g++) {
            lost += orderShares[g] * (1 - availability * Exponential.exp(-xi * (during[g] - before[g])));
        }
        return clip(lost);
    }

    private static double excess(double loadS, DeviceResponse device) {
        return power(Math.max(0, loadS - device.optimumS()), device.k());
    }

    /** x^y for x of at least 0 and y above 0: in half the time that {@link Math#pow} takes for its last digit. */
    private static double power(double x, double y) {
        return x == 0 ? 0 : Exponential.exp(y * Math.log(x));
    }

    /**
     * l = 1 - A S(T1) / S(T0), clipped to [0, 1], where S(T) = exp(-(T / scale)^shape) is the share of visitors still waiting after
     * T seconds (Weibull fit to the abandonment data of 2005).
     *
     * @param beforeS load time before, T0, s
     * @param duringS load time during, T1, s
     * @param availability availability during relative to before, A, in [0, 1]
     */
    public double abandonmentLoss(double beforeS, double duringS, double availability) {
        return abandoned(hazard(beforeS), hazard(duringS), availability);
    }

    /** (T / scale)^shape: the visitors still waiting after T are e to the power of minus this. */
    double hazard(double loadS) {
        return power(loadS / curves.abandonmentScaleS(), curves.abandonmentShape());
    }

    /** By which factor the hazard of a load time grows that grows by this one. */
    double hazardRatio(double ratio) {
        return power(ratio, curves.abandonmentShape());
    }

    /** {@link #abandonmentLoss} from the hazards of both load times. */
    double abandoned(double hazardBefore, double hazardDuring, double availability) {
        return clip(1 - availability * Exponential.exp(hazardBefore - hazardDuring));
    }

    private static double clip(double share) {
        return Math.min(1, Math.max(0, share));
    }
}
