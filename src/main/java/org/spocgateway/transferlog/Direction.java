package org.spocgateway.transferlog;

/** Which way the information moved. */
public enum Direction {
    IN,
    OUT,
    INTERNAL
}
