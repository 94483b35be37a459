#include "testlib.h"

int main(int argc, char *argv[]) {
    registerValidation(argc, argv);
    int n = inf.readInt(1, 200000, "n");
    inf.readSpace();
    int q = inf.readInt(1, 200000, "q");
    inf.readEoln();
    int previous = -1000000000;
    for (int i = 1; i <= n; i++) {
        int a = inf.readInt(-1000000000, 1000000000, "a_i");
        ensuref(previous <= a, "a is not sorted: a_%d > a_%d", i - 1, i);
        previous = a;
        if (i < n) inf.readSpace();
    }
    inf.readEoln();
    for (int i = 1; i <= q; i++) {
        inf.readInt(-1000000000, 1000000000, "x");
        inf.readEoln();
    }
    inf.readEof();
    return 0;
}
