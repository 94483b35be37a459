#include "testlib.h"

int main(int argc, char *argv[]) {
    registerValidation(argc, argv);
    const int bound = 500000;
    int cases = inf.readInt(1, 100000, "T");
    inf.readEoln();
    int sum = 0;
    for (int t = 1; t <= cases; t++) {
        setTestCase(t);
        int n = inf.readInt(1, bound, "n");
        inf.readEoln();
        sum += n;
        ensuref(sum <= bound, "the sum of n exceeds %d", bound);
        for (int i = 1; i <= n; i++) {
            if (i > 1) inf.readSpace();
            inf.readInt(1, n, "a_i");
        }
        inf.readEoln();
    }
    inf.readEof();
    return 0;
}
