package id.anjungan.central;

/// This node was started with a profile that is not the one in effect: another node brought a later one. What it would
/// decide is not written.
final class OtherPolicy extends StoreException {
    private static final long serialVersionUID = 1L;

    OtherPolicy(String mine, String inEffect) {
        super("this node decides by profile " + mine + ", but " + inEffect + " is in effect", null);
    }
}
