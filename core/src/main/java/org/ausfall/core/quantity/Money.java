package org.ausfall.core.quantity;

/**
 * An amount of money in US dollars of the time the source speaks of; not adjusted for inflation.
 *
 * @param usd the amount, finite and not negative
 */
public record Money(double usd) implements Comparable<Money> {
    /** No money. */
    public static final Money ZERO = new Money(0);

    /** Checks that the amount is finite and not negative. */
    public Money {
        if (!(usd >= 0 && usd <= 1e18)) {
            throw new IllegalArgumentException("money must be between 0 and 1e18 USD, was " + usd);
        }
    }

    /** An amount given in millions of US dollars. */
    public static Money ofMillions(double usdMillions) {
        return new Money(usdMillions * 1e6);
    }

    /** The amount in millions of US dollars. */
    public double usdMillions() {
        return usd / 1e6;
    }

    @Override
    public int compareTo(Money other) {
        return Double.compare(usd, other.usd);
    }
}
