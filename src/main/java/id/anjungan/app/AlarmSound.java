package id.anjungan.app;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.Clip;
import javax.sound.sampled.LineUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The sound of an unacknowledged emergency: two rising tones, made here so that no file is needed and it can be
/// told apart from any desktop's own sounds. Plays on a thread of its own; a machine without sound says so once in
/// the log and in `doctor`, and the alarm stays on the screen.
final class AlarmSound {
    private static final Logger LOG = LoggerFactory.getLogger(AlarmSound.class);
    private static final float RATE = 22_050;

    private volatile boolean broken;

    /// Whether this machine has anywhere to play to.
    static boolean available() {
        try {
            return AudioSystem.isLineSupported(new javax.sound.sampled.DataLine.Info(Clip.class, format()));
        } catch (IllegalArgumentException | SecurityException e) {
            return false;
        }
    }

    /// Begins to play, and returns at once.
    void play() {
        if (!broken) {
            Thread.ofVirtual().name("alarm-sound").start(this::playNow);
        }
    }

    private void playNow() {
        byte[] wave = wave();
        try (Clip clip = AudioSystem.getClip()) {
            clip.open(format(), wave, 0, wave.length);
            var done = new java.util.concurrent.CountDownLatch(1);
            clip.addLineListener(e -> {
                if (javax.sound.sampled.LineEvent.Type.STOP.equals(e.getType())) {
                    done.countDown();
                }
            });
            clip.start();
            boolean _ = done.await(3, java.util.concurrent.TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (LineUnavailableException | IllegalArgumentException | SecurityException e) {
            broken = true;
            LOG.warn("no sound on this machine, alarms are shown only: {}", e.getMessage());
        }
    }

    private static AudioFormat format() {
        return new AudioFormat(RATE, 16, 1, true, false);
    }

    /// 660 Hz then 880 Hz, 0.35 s each, with soft edges so that it does not click.
    static byte[] wave() {
        double[] tones = {660, 880};
        int each = (int) (RATE * 0.35);
        byte[] out = new byte[tones.length * each * 2];
        for (int t = 0; t < tones.length; t++) {
            for (int i = 0; i < each; i++) {
                double edge = Math.min(1, Math.min(i, each - i) / (RATE * 0.02));
                short v = (short) (Math.sin(2 * Math.PI * tones[t] * i / RATE) * edge * 12_000);
                int at = (t * each + i) * 2;
                out[at] = (byte) v;
                out[at + 1] = (byte) (v >> 8);
            }
        }
        return out;
    }
}
