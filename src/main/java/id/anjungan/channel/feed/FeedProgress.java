package id.anjungan.channel.feed;

/// How far an import is: rows settled, bytes of the file read of all it has, rows a second since it began (rows
/// that an earlier run settled are not in the rate), and whether it is waiting for the server.
public record FeedProgress(FeedResult soFar, long bytes, long totalBytes, double rowsPerSecond, boolean serverAway) {
    /// From 0 to 1.
    public double share() {
        return totalBytes == 0 ? 1 : Math.min(1, (double) bytes / totalBytes);
    }
}
