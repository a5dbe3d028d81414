package org.spocgateway.terms;

import java.security.SecureRandom;
import java.util.List;

/**
 * The random, sayable name of one transfer to one recipient, such as {@code MAPLE-5521}: what stands in subject lines.
 *
 * <p>One for each recipient, so that two partners cannot compare (data protection, architecture section 7).
 *
 * @param value a tree's or plant's name of 3 to 8 capital letters, a hyphen, four digits
 */
public record RequestReference(String value) {
    private static final List<String> PLANTS = List.of(
            "ACACIA",
            "ALDER",
            "ALMOND",
            "APPLE",
            "ASPEN",
            "ASTER",
            "BAMBOO",
            "BEECH",
            "BIRCH",
            "BLUEBELL",
            "BROOM",
            "CEDAR",
            "CHERRY",
            "CLOVER",
            "COWSLIP",
            "CROCUS",
            "CYPRESS",
            "DAISY",
            "DAMSON",
            "ELDER",
            "FERN",
            "FIR",
            "FOXGLOVE",
            "GORSE",
            "HAZEL",
            "HEATHER",
            "HOLLY",
            "HORNBEAM",
            "IRIS",
            "IVY",
            "JASMINE",
            "JUNIPER",
            "LARCH",
            "LAUREL",
            "LAVENDER",
            "LILAC",
            "LILY",
            "LIME",
            "LUPIN",
            "MAPLE",
            "MEDLAR",
            "MYRTLE",
            "OAK",
            "OLIVE",
            "ORCHID",
            "PANSY",
            "PEAR",
            "PEONY",
            "PINE",
            "PLUM",
            "POPLAR",
            "POPPY",
            "PRIMROSE",
            "QUINCE",
            "ROSE",
            "ROWAN",
            "SAGE",
            "SEDGE",
            "SORREL",
            "SPRUCE",
            "SYCAMORE",
            "TANSY",
            "THISTLE",
            "THYME",
            "TULIP",
            "VIOLET",
            "WALNUT",
            "WILLOW",
            "YARROW",
            "YEW");

    public RequestReference {
        SayableReference.checked(value);
    }

    /** A new one; the caller makes sure that it is not taken. */
    public static RequestReference random(SecureRandom random) {
        return new RequestReference(SayableReference.random(PLANTS, random));
    }

    /** Every request reference that stands in outside text, in order, each once. */
    public static List<RequestReference> in(String text) {
        return SayableReference.in(text, PLANTS).stream()
                .map(RequestReference::new)
                .toList();
    }

    @Override
    public String toString() {
        return value;
    }
}
