#include <set>

#include "testlib.h"

int main(int argc, char *argv[]) {
    registerValidation(argc, argv);
    const int bound = 1000000000;
    int n = inf.readInt(1, 100000, "n");
    inf.readSpace();
    int m = inf.readInt(1, 100000, "m");
    inf.readSpace();
    inf.readInt(-2 * bound, 2 * bound, "s");
    inf.readEoln();
    long long previous = -bound - 1LL;
    for (int i = 1; i <= n; i++) {
        int a = inf.readInt(-bound, bound, "a_i");
        ensuref(previous < a, "a_%d is not greater than a_%d", i, i - 1);
        previous = a;
        if (i < n) inf.readSpace();
    }
    inf.readEoln();
    std::set<int> masses;
    for (int j = 1; j <= m; j++) {
        int b = inf.readInt(-bound, bound, "b_j");
        ensuref(masses.insert(b).second, "b_%d = %d is not distinct from the others", j, b);
        if (j < m) inf.readSpace();
    }
    inf.readEoln();
    inf.readEof();
    return 0;
}
