package org.ausfall.core.assumption;

/**
 * How visitors on one kind of device react to delay: conversion relative to its best is exp(-xi a max(0, T - optimum)^k).
 *
 * @param device the kind of device
 * @param orderShare share of orders placed on it
 * @param optimumS load time of the best conversion, s
 * @param a slope, 1/s^k
 * @param k exponent
 */
public record DeviceResponse(String device, double orderShare, double optimumS, double a, double k) {
    /** Checks the ranges. */
    public DeviceResponse {
        if (!(orderShare >= 0 && orderShare <= 1 && optimumS >= 0 && a > 0 && k > 0)) {
            throw new IllegalArgumentException("response of device " + device + " out of range: order share "
                    + orderShare + ", optimum " + optimumS + ", a " + a + ", k " + k);
        }
    }
}
