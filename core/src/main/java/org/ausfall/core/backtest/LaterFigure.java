package org.ausfall.core.backtest;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a company has reported after an estimate was made.
 *
 * @param figure the figure in US dollars; its date is known
 * @param amount the amount as reported, in whole units of its currency
 * @param currency the currency, ISO 4217
 * @param rate how it was turned into US dollars; empty where it was reported in them
 */
public record LaterFigure(LossFigure figure, BigDecimal amount, String currency, Optional<Rate> rate) {
    /** Checks that there is a date, and a rate where one is needed. */
    public LaterFigure {
        if (figure.date().isEmpty()) {
            throw new IllegalArgumentException("a later figure needs a date: " + figure.key());
        }
        if (rate.isEmpty() && !currency.equals("USD")) {
            throw new IllegalArgumentException("an amount in " + currency + " needs a rate: " + figure.key());
        }
    }

    /**
     * A rate of exchange.
     *
     * @param usdPerUnit US dollars for one unit of the currency, positive
     * @param source the citation
     * @param date the day it is of
     */
    public record Rate(BigDecimal usdPerUnit, String source, LocalDate date) {
        /** Checks the sign. */
        public Rate {
            if (usdPerUnit.signum() <= 0) {
                throw new IllegalArgumentException("a rate of exchange must be above 0, was " + usdPerUnit);
            }
        }
    }

    /** When it was reported. */
    public LocalDate date() {
        return figure.date().orElseThrow();
    }
}
