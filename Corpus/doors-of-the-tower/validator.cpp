#include "testlib.h"

int main(int argc, char *argv[]) {
    registerValidation(argc, argv);
    int t = inf.readInt(1, 10000, "t");
    inf.readEoln();
    int total = 0;
    for (int test = 1; test <= t; test++) {
        setTestCase(test);
        int n = inf.readInt(1, 200000, "n");
        inf.readSpace();
        inf.readInt(0, 1000000000, "k");
        inf.readEoln();
        total += n;
        ensuref(total <= 200000, "the sum of n is over 200000");
        for (int least = 0; least <= 1; least++) {
            for (int i = 1; i <= n; i++) {
                inf.readInt(least, 1000000000, least == 0 ? "a_i" : "b_i");
                if (i < n) inf.readSpace();
            }
            inf.readEoln();
        }
    }
    inf.readEof();
    return 0;
}
