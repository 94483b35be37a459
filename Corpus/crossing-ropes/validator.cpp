#include "testlib.h"

#include <set>

int main(int argc, char *argv[]) {
    registerValidation(argc, argv);
    int t = inf.readInt(1, 20000, "t");
    inf.readEoln();
    int total = 0;
    for (int test = 1; test <= t; test++) {
        setTestCase(test);
        int n = inf.readInt(1, 200000, "n");
        inf.readEoln();
        total += n;
        ensuref(total <= 200000, "the sum of n is over 200000");
        std::set<int> points;
        for (int i = 1; i <= n; i++) {
            int l = inf.readInt(-1000000000, 1000000000, "l_i");
            inf.readSpace();
            int r = inf.readInt(l + 1, 1000000000, "r_i");
            inf.readEoln();
            ensuref(points.insert(l).second, "point %d occurs twice", l);
            ensuref(points.insert(r).second, "point %d occurs twice", r);
        }
    }
    inf.readEof();
    return 0;
}
