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
        return conversionLoss(conversionExponents(beforeS, duringS), availability, xi);
    }

    /** The part of {@link #conversionLoss} that does not depend on xi: a_g [...] for each device. */
    double[] conversionExponents(double beforeS, double duringS) {
        List<DeviceResponse> devices = curves.devices();
        double[] exponents = new double[devices.size()];
        for (int g = 0; g < exponents.length; g++) {
            DeviceResponse device = devices.get(g);
            exponents[g] = device.a() * (excess(duringS, device) - excess(beforeS, device));
        }
        return exponents;
    }

    double conversionLoss(double[] exponents, double availability, double xi) {
        // Summing what is lost, not what is kept, makes "nothing changed" exactly zero.
        double lost = 0;
        for (int g = 0; g < exponents.length; g++) {
            lost += orderShares[g] * (1 - availability * Exponential.exp(-xi * exponents[g]));
        }
        return clip(lost);
    }

    private static double excess(double loadS, DeviceResponse device) {
        return Math.pow(Math.max(0, loadS - device.optimumS()), device.k());
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
        double kept = Exponential.exp(hazard(beforeS) - hazard(duringS));
        return clip(1 - availability * kept);
    }

    private double hazard(double loadS) {
        return Math.pow(loadS / curves.abandonmentScaleS(), curves.abandonmentShape());
    }

    private static double clip(double share) {
        return Math.min(1, Math.max(0, share));
    }
}
