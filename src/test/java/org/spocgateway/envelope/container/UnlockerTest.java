package org.spocgateway.envelope.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spocgateway.LockedFiles.PASSWORD;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.lingala.zip4j.model.enums.EncryptionMethod;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spocgateway.LockedFiles;

class UnlockerTest {
    private static final byte[] DOCX = LockedFiles.docx("T.R. 2001 is referred");

    @ParameterizedTest
    @EnumSource(
            value = EncryptionMethod.class,
            names = {"AES", "ZIP_STANDARD"})
    void an_archive_opens_with_its_password_only(EncryptionMethod method) {
        byte[] zip = LockedFiles.zip(Map.of("Referral.docx", DOCX), PASSWORD, method);

        Unlocking.Unlocked unlocked = opened(zip, "Referral.zip", PASSWORD);

        assertThat(unlocked.pieces()).singleElement().satisfies(piece -> {
            assertThat(piece.name()).isEqualTo("Referral.docx");
            assertThat(piece.type())
                    .isEqualTo("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
            assertThat(piece.content()).isEqualTo(DOCX);
        });
        assertThat(unlocked.algorithm()).isEqualTo(method == EncryptionMethod.AES ? "AES-256" : "ZIPCRYPTO");
        assertThat(unlocked.weak()).isEqualTo(method != EncryptionMethod.AES);
        for (String wrong : List.of("plum-harbour-72", "", PASSWORD + " ", "\u00a3", "a".repeat(5000))) {
            assertThat(why(zip, wrong)).isEqualTo(Unlocking.Why.WRONG_PASSWORD);
        }
    }

    @Test
    void no_wrong_password_of_a_thousand_opens_the_old_cipher_by_luck() {
        byte[] zip = LockedFiles.zip(Map.of("Referral.docx", DOCX), PASSWORD, EncryptionMethod.ZIP_STANDARD);

        for (int i = 0; i < 1000; i++) {
            assertThat(why(zip, "guess" + i)).isEqualTo(Unlocking.Why.WRONG_PASSWORD);
        }
    }

    @Test
    void a_password_with_a_pound_sign_opens_however_the_sender_s_program_wrote_it() {
        for (char[] spelled : Spellings.of("\u00a3Plum".toCharArray())) {
            byte[] zip = LockedFiles.zip(Map.of("a.txt", DOCX), "Plum", EncryptionMethod.AES);
            assertThat(zip).isNotEmpty();
            assertThat(spelled).endsWith('P', 'l', 'u', 'm');
        }
        assertThat(opened(
                                LockedFiles.zip(Map.of("a.docx", DOCX), "\u00a3Plum", EncryptionMethod.AES),
                                "a.zip",
                                "\u00a3Plum")
                        .pieces())
                .hasSize(1);
    }

    @Test
    void an_office_file_opens_with_its_password_only() {
        for (EncryptionMode mode : List.of(EncryptionMode.agile, EncryptionMode.standard)) {
            byte[] file = LockedFiles.office(DOCX, PASSWORD, mode);

            Unlocking.Unlocked unlocked = opened(file, "Referral.docx", PASSWORD);

            assertThat(unlocked.pieces().get(0).content()).isEqualTo(DOCX);
            assertThat(unlocked.pieces().get(0).name()).isEqualTo("Referral.docx");
            assertThat(unlocked.algorithm()).isEqualTo("AES-128");
            assertThat(unlocked.weak()).isFalse();
            assertThat(why(file, "plum")).isEqualTo(Unlocking.Why.WRONG_PASSWORD);
        }
    }

    @Test
    void files_of_old_office_open_and_are_open_afterwards() {
        for (byte[] file : List.of(LockedFiles.xls("Larkhill", PASSWORD), LockedFiles.ppt(PASSWORD))) {
            byte[] open = opened(file, "list", PASSWORD).pieces().get(0).content();

            assertThat(Locks.of(open, Bounds.USUAL)).isEmpty();
            assertThat(why(file, "plum")).isEqualTo(Unlocking.Why.WRONG_PASSWORD);
        }
        byte[] open = opened(LockedFiles.xls("Larkhill", PASSWORD), "list.xls", PASSWORD)
                .pieces()
                .get(0)
                .content();
        assertThat(new String(open, StandardCharsets.ISO_8859_1)).contains("Larkhill");
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 128, 256})
    void a_pdf_opens_with_its_password_only_and_is_open_afterwards(int bits) {
        byte[] file = LockedFiles.pdf(PASSWORD, "owner", bits, "T.R. 2001 is referred");

        Unlocking.Unlocked unlocked = opened(file, "a.pdf", PASSWORD);

        assertThat(DocumentWords.of(unlocked.pieces().get(0).content(), Bounds.USUAL))
                .singleElement()
                .asString()
                .contains("T.R. 2001 is referred");
        assertThat(unlocked.weak()).isEqualTo(bits == 40);
        assertThat(why(file, "plum")).isEqualTo(Unlocking.Why.WRONG_PASSWORD);
    }

    @Test
    void archives_within_archives_open_with_the_same_password_and_others_stay_as_they_are() {
        byte[] inner =
                LockedFiles.zip(Map.of("deep/letter.pdf", LockedFiles.pdf("A letter")), PASSWORD, EncryptionMethod.AES);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("inner.zip", inner);
        files.put("other.docx", LockedFiles.office(DOCX, "another word", EncryptionMode.agile));
        files.put("same.docx", LockedFiles.office(DOCX, PASSWORD, EncryptionMode.agile));

        Unlocking.Unlocked unlocked =
                opened(LockedFiles.zip(files, PASSWORD, EncryptionMethod.AES), "all.zip", PASSWORD);

        assertThat(unlocked.pieces()).extracting(Piece::name).containsExactly("letter.pdf", "other.docx", "same.docx");
        assertThat(Locks.of(unlocked.pieces().get(1).content(), Bounds.USUAL)).contains(Lock.OFFICE);
        assertThat(unlocked.pieces().get(2).content()).isEqualTo(DOCX);
    }

    @Test
    void a_name_that_climbs_folders_is_only_its_last_part() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("../../etc/passwd", DOCX);
        files.put("..\\..\\Windows\\a\u202Ecod.exe", DOCX);
        files.put("C:\\Users\\x", DOCX);

        Unlocking.Unlocked unlocked = opened(LockedFiles.zip(files, PASSWORD, EncryptionMethod.AES), "a.zip", PASSWORD);

        assertThat(unlocked.pieces()).extracting(Piece::name).containsExactly("passwd", "a_cod.exe", "x");
    }

    @Test
    void a_bomb_is_not_unpacked() {
        byte[] zeros = new byte[20_000_000];
        byte[] bomb = LockedFiles.zip(Map.of("zeros", zeros), PASSWORD, EncryptionMethod.AES);
        assertThat(bomb.length).isLessThan(100_000);
        assertThat(why(bomb, PASSWORD)).isEqualTo(Unlocking.Why.TOO_LARGE);

        Map<String, byte[]> many = new LinkedHashMap<>();
        for (int i = 0; i <= 500; i++) {
            many.put("n" + i, new byte[] {1});
        }
        assertThat(why(LockedFiles.zip(many, PASSWORD, EncryptionMethod.ZIP_STANDARD), PASSWORD))
                .isEqualTo(Unlocking.Why.TOO_LARGE);

        byte[] nested = LockedFiles.zip(Map.of("a.txt", DOCX), PASSWORD, EncryptionMethod.AES);
        for (int i = 0; i < 6; i++) {
            nested = LockedFiles.zip(Map.of("a.zip", nested), PASSWORD, EncryptionMethod.AES);
        }
        assertThat(why(nested, PASSWORD)).isEqualTo(Unlocking.Why.TOO_LARGE);
    }

    @Test
    void entries_that_share_their_bytes_are_refused() {
        byte[] zip = LockedFiles.zip(Map.of("a", DOCX, "b", DOCX), PASSWORD, EncryptionMethod.AES);
        var buffer = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int first = find(zip, 0);
        int second = find(zip, first + 1);
        buffer.putInt(second + 42, buffer.getInt(first + 42));

        assertThat(why(zip, PASSWORD)).isIn(Unlocking.Why.TOO_LARGE, Unlocking.Why.DAMAGED);
    }

    @Test
    void time_is_bounded() {
        byte[] zip = LockedFiles.zip(Map.of("a.docx", DOCX), PASSWORD, EncryptionMethod.AES);
        var hurried = new Bounds(50_000_000, 200, 500, 4, Duration.ZERO);

        assertThat(Unlocker.open(zip, "a.zip", PASSWORD.toCharArray(), hurried))
                .isEqualTo(new Unlocking.StillLocked(Unlocking.Why.TOO_LARGE));
    }

    @Test
    void a_file_that_asks_for_millions_of_hashes_is_refused_before_the_first() {
        byte[] file = LockedFiles.office(DOCX, PASSWORD, EncryptionMode.agile);
        String all = new String(file, StandardCharsets.ISO_8859_1);
        byte[] greedy =
                all.replace("spinCount=\"100000\"", "spinCount=\"999999\"").getBytes(StandardCharsets.ISO_8859_1);

        long before = System.nanoTime();
        assertThat(why(greedy, PASSWORD)).isEqualTo(Unlocking.Why.TOO_LARGE);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void the_password_is_not_changed_and_nothing_of_it_is_told() {
        char[] password = PASSWORD.toCharArray();
        byte[] zip = LockedFiles.zip(Map.of("a.docx", DOCX), PASSWORD, EncryptionMethod.AES);

        Unlocking unlocking = Unlocker.open(zip, "a.zip", password, Bounds.USUAL);

        assertThat(password).isEqualTo(PASSWORD.toCharArray());
        assertThat(String.valueOf(unlocking)).doesNotContain(PASSWORD, "docx\"");
    }

    @Test
    void nothing_is_written_to_the_folder_for_temporary_files() throws Exception {
        Path folder = Path.of(System.getProperty("java.io.tmpdir"));
        List<byte[]> files = List.of(
                LockedFiles.office(DOCX, PASSWORD, EncryptionMode.agile),
                LockedFiles.xls("word", PASSWORD),
                LockedFiles.ppt(PASSWORD),
                LockedFiles.pdf(PASSWORD, "owner", 256, "A letter"),
                LockedFiles.zip(Map.of("a.docx", DOCX), PASSWORD, EncryptionMethod.AES));
        try (var watch = folder.getFileSystem().newWatchService()) {
            folder.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
            for (byte[] file : files) {
                opened(file, "a", PASSWORD).pieces().forEach(piece -> DocumentWords.of(piece.content(), Bounds.USUAL));
            }
            var key = watch.poll(200, java.util.concurrent.TimeUnit.MILLISECONDS);
            assertThat(key == null ? List.of() : key.pollEvents())
                    .extracting(event -> String.valueOf(event))
                    .noneMatch(name -> name.matches("(?i).*(poi|pdf|zip|tmp).*"));
        }
        assertThat(FontMappers.instance().getClass().getName()).startsWith("org.spocgateway.");
    }

    @Test
    void hostile_bytes_are_a_plain_answer() {
        var random = new java.util.Random(7);
        List<byte[]> files = List.of(
                LockedFiles.office(DOCX, PASSWORD, EncryptionMode.agile),
                LockedFiles.xls("word", PASSWORD),
                LockedFiles.ppt(PASSWORD),
                LockedFiles.pdf(PASSWORD, "owner", 256, "A letter"),
                LockedFiles.zip(Map.of("a.docx", DOCX), PASSWORD, EncryptionMethod.ZIP_STANDARD));
        for (byte[] file : files) {
            for (int i = 0; i < 8; i++) {
                byte[] spoilt = file.clone();
                for (int j = 0; j < 8; j++) {
                    spoilt[random.nextInt(spoilt.length)] = (byte) random.nextInt(256);
                }
                assertThat(Unlocker.open(spoilt, "a", PASSWORD.toCharArray(), Bounds.USUAL))
                        .isNotNull();
            }
        }
    }

    private static Unlocking.Unlocked opened(byte[] file, String name, String password) {
        Unlocking unlocking = Unlocker.open(file, name, password.toCharArray(), Bounds.USUAL);
        assertThat(unlocking).isInstanceOf(Unlocking.Unlocked.class);
        return (Unlocking.Unlocked) unlocking;
    }

    private static Unlocking.Why why(byte[] file, String password) {
        Unlocking unlocking = Unlocker.open(file, "a", password.toCharArray(), Bounds.USUAL);
        return unlocking instanceof Unlocking.StillLocked still ? still.why() : null;
    }

    private static int find(byte[] zip, int from) {
        for (int at = from; at + 4 <= zip.length; at++) {
            if (zip[at] == 'P' && zip[at + 1] == 'K' && zip[at + 2] == 1 && zip[at + 3] == 2) {
                return at;
            }
        }
        return -1;
    }
}
