#include "testlib.h"

int main(int argc, char *argv[]) {
    registerValidation(argc, argv);
    int n = inf.readInt(1, 100000, "n");
    inf.readEoln();
    int total = 0;
    std::vector<int> seen(n + 1, 0);
    for (int i = 1; i <= n; i++) {
        inf.readInt(1, 1000000000, "d_i");
        inf.readSpace();
        int k = inf.readInt(0, n - 1, "k_i");
        total += k;
        ensuref(total <= 300000, "the sum of k_i is over 300000");
        for (int j = 1; j <= k; j++) {
            inf.readSpace();
            int a = inf.readInt(1, n, "a_ij");
            ensuref(a != i, "step %d waits for itself", i);
            ensuref(seen[a] != i, "step %d waits for step %d twice", i, a);
            seen[a] = i;
        }
        inf.readEoln();
    }
    inf.readEof();
    return 0;
}
