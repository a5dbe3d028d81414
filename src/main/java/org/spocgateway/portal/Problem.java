package org.spocgateway.portal;

/** What is wrong with one input, for the list at the top of a page and the line above the input. */
record Problem(String field, String message) {}
