package id.anjungan.app;

/// Where every command of the desk begins.
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.out.println("Anjungan");
    }
}
