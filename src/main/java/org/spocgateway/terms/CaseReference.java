package org.spocgateway.terms;

import java.security.SecureRandom;
import java.util.List;

/**
 * The random, sayable name of a case, such as {@code KESTREL-4827}: no date, no sequence.
 *
 * @param value a bird's name of 3 to 8 capital letters, a hyphen, four digits
 */
public record CaseReference(String value) {
    private static final List<String> BIRDS = List.of(
                    "AVOCET",
                    "BITTERN",
                    "BRAMBLE",
                    "BUNTING",
                    "BUZZARD",
                    "CURLEW",
                    "DIPPER",
                    "DOTTEREL",
                    "DUNLIN",
                    "DUNNOCK",
                    "EGRET",
                    "EIDER",
                    "FALCON",
                    "FIELDFARE",
                    "FINCH",
                    "FULMAR",
                    "GANNET",
                    "GARGANEY",
                    "GODWIT",
                    "GOSHAWK",
                    "GREBE",
                    "HARRIER",
                    "HERON",
                    "HOBBY",
                    "HOOPOE",
                    "JACKDAW",
                    "KESTREL",
                    "KITE",
                    "KNOT",
                    "LAPWING",
                    "LINNET",
                    "MAGPIE",
                    "MALLARD",
                    "MARTIN",
                    "MERLIN",
                    "NUTHATCH",
                    "ORIOLE",
                    "OSPREY",
                    "OUZEL",
                    "PETREL",
                    "PINTAIL",
                    "PIPIT",
                    "PLOVER",
                    "PUFFIN",
                    "QUAIL",
                    "RAVEN",
                    "REDPOLL",
                    "REDSTART",
                    "ROBIN",
                    "ROOK",
                    "RUFF",
                    "SERIN",
                    "SHRIKE",
                    "SISKIN",
                    "SKUA",
                    "SKYLARK",
                    "SNIPE",
                    "STARLING",
                    "SWALLOW",
                    "SWIFT",
                    "TEAL",
                    "TERN",
                    "THRUSH",
                    "TURNSTONE",
                    "TWITE",
                    "WAGTAIL",
                    "WARBLER",
                    "WAXWING",
                    "WHEATEAR",
                    "WHIMBREL",
                    "WHINCHAT",
                    "WIGEON",
                    "WREN",
                    "WRYNECK",
                    "YAFFLE")
            .stream()
            .filter(word -> word.length() <= 8)
            .toList();

    public CaseReference {
        SayableReference.checked(value);
    }

    /** A new one; the caller makes sure that it is not taken. */
    public static CaseReference random(SecureRandom random) {
        return new CaseReference(SayableReference.random(BIRDS, random));
    }

    /** Every case reference that stands in outside text, in order, each once. Absence is an answer, not an error. */
    public static List<CaseReference> in(String text) {
        return SayableReference.in(text, BIRDS).stream().map(CaseReference::new).toList();
    }

    /** The reference itself; it is not written to the transfer log, diagnostics, metrics or URLs. */
    @Override
    public String toString() {
        return "CaseReference[redacted]";
    }
}
