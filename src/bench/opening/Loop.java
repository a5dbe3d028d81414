import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;

/** What every contender in Java does: reads "CELL MILLISECONDS" lines, answers "MESSAGES CPU-NANOSECONDS" of the whole process. */
final class Loop {
    /** Opens the message of a cell once; throws unless it was decrypted, verified and found to be from its sender. */
    interface Opener {
        void open() throws Exception;
    }

    /** Makes ready for a cell, outside the measured time. */
    interface Cells {
        Opener of(String cell) throws Exception;
    }

    private Loop() {}

    static void run(Cells cells) throws Exception {
        var cpu = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        System.out.println("ready");
        var in = new BufferedReader(new InputStreamReader(System.in));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split(" ");
            Opener opener = cells.of(words[0]);
            long end = System.nanoTime() + Long.parseLong(words[1]) * 1_000_000;
            long before = cpu.getProcessCpuTime();
            long messages = 0;
            do {
                opener.open();
                messages++;
            } while (System.nanoTime() < end);
            System.out.println(messages + " " + (cpu.getProcessCpuTime() - before));
        }
    }
}
