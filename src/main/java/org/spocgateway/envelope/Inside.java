package org.spocgateway.envelope;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.spocgateway.envelope.mime.Entity;

/** How a {@link LayerReader} goes on with what is inside its layer. */
interface Inside {
    /** Goes on with the content of a sealed or packed layer, to its end or to the end of what it needs. */
    List<Peeled> read(InputStream content) throws Exception;

    /** Goes on with a part of a multipart. */
    List<Peeled> read(Entity part) throws Exception;

    /** The signature that {@link #again} was called with, when this is the second reading. */
    Optional<byte[]> signature();

    /** To be thrown: the signature, which comes last, needs something that was not done on the way; the message is read anew. */
    RuntimeException again(byte[] signature);

    /** To be thrown: this is no layer after all; the message is read anew and the entity left as it stands. */
    RuntimeException leave(Verdict verdict);
}
