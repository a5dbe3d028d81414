package org.spocgateway.wiring;

import java.security.SecureRandom;

/**
 * Makes words such as {@code tidal-otter-19}: easy to say and to type, good for one sign-in.
 *
 * <p>About 1.2 million of them; that is enough only because an account's word is spent after five wrong guesses.
 */
final class OneTimeWord {
    private static final String[] FIRST = """
                    amber azure brisk bronze calm cedar chalk cider clear clever coastal copper coral crisp dapper
                    dawn deep early eager fern flint frosty gentle ginger golden grand green hazel heath honest
                    humble indigo ivory ivy jade jolly keen kind lemon light lilac linen lively lucky lunar maple
                    marble mellow merry mild minty misty mossy neat noble north oaken olive opal orange pearl plain
                    plum polar proud quick quiet rapid rosy ruby rustic saffron sandy scarlet shady silent silver
                    simple smooth snowy solar spring stable steady stone stormy sturdy summer sunny swift tall teal
                    tender tidal timber topaz tranquil true velvet violet warm wild willow windy winter wise woolly
                    young zesty""".split("\\s+");
    private static final String[] SECOND = """
                    acorn anchor apple arch badger barley barn basin beacon bear beech birch bloom boat bridge brook
                    cabin candle canoe castle cherry chestnut cliff clover cobble comet compass cottage cove creek
                    cricket daisy deer dell dolphin dove drum dune eagle elder elm ember falcon feather field fiddle
                    finch fjord forest fox garden gate glade goose grove harbour hare harvest hawk heather hedge
                    hill holly island jetty kettle lake lantern lark ledge lily lodge lynx magpie meadow mill mole
                    moon moor moth mountain oak oat orchard otter owl paddle parcel path pebble pepper pine plover
                    pond poppy puffin quarry quill rabbit raven reed ridge river robin rocket rowan sail salmon seal
                    sparrow squirrel star stream swan thicket thistle thrush tower trout tulip turtle valley vine
                    walnut wave wheat willow wren yarrow""".split("\\s+");

    private OneTimeWord() {}

    static String random(SecureRandom random) {
        return FIRST[random.nextInt(FIRST.length)] + "-" + SECOND[random.nextInt(SECOND.length)] + "-"
                + random.nextInt(10, 100);
    }
}
