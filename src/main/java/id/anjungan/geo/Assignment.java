package id.anjungan.geo;

import java.util.Arrays;

/// Gives each row its own column so that the sum of costs is least (the Hungarian method by shortest
/// augmenting paths, O(rows² · columns)). Ties always fall the same way.
final class Assignment {
    private Assignment() {}

    /// `cost[row][column]`, at least as many columns as rows; returns the column of each row.
    static int[] solve(double[][] cost) {
        int n = cost.length;
        int m = n == 0 ? 0 : cost[0].length;
        if (m < n) {
            throw new IllegalArgumentException(n + " rows need as many columns, there are " + m);
        }
        double[] u = new double[n + 1];
        double[] v = new double[m + 1];
        int[] rowOf = new int[m + 1];
        for (int row = 1; row <= n; row++) {
            augment(cost, row, u, v, rowOf);
        }
        int[] column = new int[n];
        for (int j = 1; j <= m; j++) {
            if (rowOf[j] > 0) {
                column[rowOf[j] - 1] = j - 1;
            }
        }
        return column;
    }

    private static void augment(double[][] cost, int row, double[] u, double[] v, int[] rowOf) {
        int m = v.length - 1;
        double[] least = new double[m + 1];
        int[] from = new int[m + 1];
        boolean[] done = new boolean[m + 1];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        rowOf[0] = row;
        int j0 = 0;
        do {
            done[j0] = true;
            int i0 = rowOf[j0];
            int next = 0;
            double delta = Double.POSITIVE_INFINITY;
            for (int j = 1; j <= m; j++) {
                if (!done[j]) {
                    double c = cost[i0 - 1][j - 1] - u[i0] - v[j];
                    if (c < least[j]) {
                        least[j] = c;
                        from[j] = j0;
                    }
                    if (least[j] < delta) {
                        delta = least[j];
                        next = j;
                    }
                }
            }
            for (int j = 0; j <= m; j++) {
                if (done[j]) {
                    u[rowOf[j]] += delta;
                    v[j] -= delta;
                } else {
                    least[j] -= delta;
                }
            }
            j0 = next;
        } while (rowOf[j0] != 0);
        while (j0 != 0) {
            rowOf[j0] = rowOf[from[j0]];
            j0 = from[j0];
        }
    }
}
