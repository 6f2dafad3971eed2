package org.ausfall.core.loss;

/**
 * Quantiles of beta distributions of one size. The density of the log-odds y = ln(x / (1 - x)), x^a (1 - x)^b / B, is integrated from
 * both ends with the corrected trapezoidal rule (Davis and Rabinowitz, Methods of Numerical Integration, section 2.9); far out it is
 * e^(a y) or e^(-b y), whose integrals are known. Between nodes y is a cubic in the logarithm of the smaller tail.
 */
final class BetaQuantiles {
    /** Here x or 1 - x is 1e-9, so that the next term of its series no longer counts. */
    private static final double FAR = 21;

    private static final double LONGEST_STEP = 0.1;

    private final double size;
    private final int last;
    private final double step;
    private final double[] logX;
    private final double[] density;
    private final double[] slope;
    private final double[] below;
    private final double[] above;

    /** Prepares for all distributions with this sum of parameters: at least 5 nodes for a standard deviation of the narrowest. */
    BetaQuantiles(double size) {
        this.size = size;
        this.last = (int) Math.ceil(2 * FAR / Math.min(LONGEST_STEP, 0.4 / Math.sqrt(size)));
        this.step = 2 * FAR / last;
        this.logX = new double[last + 1];
        this.density = new double[last + 1];
        this.slope = new double[last + 1];
        this.below = new double[last + 1];
        this.above = new double[last + 1];
        for (int i = 0; i <= last; i++) {
            logX[i] = -Math.log1p(Math.exp(-at(i)));
        }
    }

    private double at(int node) {
        return (node - last / 2.0) * step;
    }

    /**
     * Writes the logarithms of the quantiles of the distribution with this mean.
     *
     * @param lower lower tail probabilities, rising, symmetric: the upper tail of each is the lower tail of its mirror image
     */
    void logs(double mean, double[] lower, double[] logs, int from) {
        double a = size * mean;
        double b = size - a;
        integrate(a, b);
        double all = below[last] + above[last];
        for (int i = 0; i < lower.length; i++) {
            double y = logOdds(a, b, lower[i] * all, lower[lower.length - 1 - i] * all);
            logs[from + i] = y < -FAR ? y : -Math.log1p(Math.exp(-y));
        }
    }

    /** Fills the density, up to a factor, and its integrals up to and from each node. */
    private void integrate(double a, double b) {
        double peak = a * Math.log(a / size) + b * Math.log(b / size);
        for (int i = 0; i <= last; i++) {
            double logRest = logX[last - i];
            density[i] = Math.exp(a * logX[i] + b * logRest - peak);
            slope[i] = density[i] * (a * Math.exp(logRest) - b * Math.exp(logX[i]));
        }
        below[0] = density[0] / a;
        for (int i = 1; i <= last; i++) {
            below[i] = below[i - 1] + between(i - 1);
        }
        above[last] = density[last] / b;
        for (int i = last - 1; i >= 0; i--) {
            above[i] = above[i + 1] + between(i);
        }
    }

    private double between(int node) {
        return step / 2 * (density[node] + density[node + 1]) + step * step / 12 * (slope[node] - slope[node + 1]);
    }

    /** The log-odds below which {@code p} lies, and above which {@code q} does. */
    private double logOdds(double a, double b, double p, double q) {
        if (p <= below[0]) {
            return -FAR + Math.log(p / below[0]) / a;
        }
        if (q <= above[last]) {
            return FAR - Math.log(q / above[last]) / b;
        }
        return p <= q ? inside(below, p, 1) : inside(above, q, -1);
    }

    /** Where a tail, which grows in one direction, has that much; by bisection, then by Hermite's cubic in its logarithm. */
    private double inside(double[] tail, double wanted, int direction) {
        int low = 0;
        int high = last;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            boolean right = direction > 0 ? tail[middle] < wanted : tail[middle] > wanted;
            low = right ? middle : low;
            high = right ? high : middle;
        }
        double range = Math.log(tail[high] / tail[low]);
        double t = Math.log(wanted / tail[low]) / range;
        double slopeLow = direction * range * tail[low] / density[low];
        double slopeHigh = direction * range * tail[high] / density[high];
        double s = 1 - t;
        return at(low) + step * t * t * (3 - 2 * t) + s * t * (s * slopeLow - t * slopeHigh);
    }
}
