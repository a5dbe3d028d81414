import java.nio.file.Path;
import org.spocgateway.DemonstrationPki;

/** Run by kill-and-restart.sh: FOLDER PASSWORD makes FOLDER/certs and FOLDER/keys. */
class MakeKeys {
    public static void main(String[] args) {
        DemonstrationPki.make(Path.of(args[0]), args[1]);
    }
}
