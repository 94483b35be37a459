#include "testlib.h"

void readPermutation(int n, const char *name) {
    std::vector<bool> seen(n + 1);
    for (int i = 1; i <= n; i++) {
        int x = inf.readInt(1, n, name);
        if (i < n) inf.readSpace();
        ensuref(!seen[x], "%d is twice in %s", x, name);
        seen[x] = true;
    }
    inf.readEoln();
}

int main(int argc, char *argv[]) {
    registerValidation(argc, argv);
    int t = inf.readInt(1, 100000, "t");
    inf.readEoln();
    int total = 0;
    for (int test = 1; test <= t; test++) {
        setTestCase(test);
        int n = inf.readInt(1, 200000, "n");
        inf.readEoln();
        total += n;
        ensuref(total <= 200000, "the sum of n is over 200000");
        readPermutation(n, "a_i");
        readPermutation(n, "b_i");
    }
    inf.readEof();
    return 0;
}
