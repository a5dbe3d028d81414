package org.spocgateway.dispatch;

/** The step that cannot be taken back is not taken: the gate is shut, or the transfer is somebody else's by now. */
final class NotCrossed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotCrossed(String sentence) {
        super(sentence);
    }
}
