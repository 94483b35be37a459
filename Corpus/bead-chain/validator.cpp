#include "testlib.h"

int main(int argc, char *argv[]) {
    registerValidation(argc, argv);
    int t = inf.readInt(1, 100000, "T");
    inf.readEoln();
    int total = 0;
    for (int test = 1; test <= t; test++) {
        setTestCase(test);
        int n = inf.readInt(1, 200000, "n");
        inf.readEoln();
        total += n;
        ensuref(total <= 200000, "the sum of n is over 200000");
        for (int i = 1; i <= n; i++) {
            inf.readInt(1, 1000000, "a_i");
            if (i < n) inf.readSpace();
        }
        inf.readEoln();
    }
    inf.readEof();
    return 0;
}
