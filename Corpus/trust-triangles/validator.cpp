#include "testlib.h"

int main(int argc, char *argv[]) {
    registerValidation(argc, argv);
    int t = inf.readInt(1, 10000, "t");
    inf.readEoln();
    int people = 0, pairs = 0;
    for (int test = 1; test <= t; test++) {
        setTestCase(test);
        int n = inf.readInt(1, 100000, "n");
        inf.readSpace();
        int m = inf.readInt(0, 200000, "m");
        inf.readEoln();
        people += n;
        pairs += m;
        ensuref(people <= 100000, "the sum of n is over 100000");
        ensuref(pairs <= 200000, "the sum of m is over 200000");
        std::set<std::pair<int, int>> seen;
        for (int i = 1; i <= m; i++) {
            int u = inf.readInt(1, n, "u");
            inf.readSpace();
            int v = inf.readInt(1, n, "v");
            inf.readEoln();
            ensuref(u != v, "pair %d consists of one person", i);
            ensuref(seen.insert({std::min(u, v), std::max(u, v)}).second, "the pair %d %d is there twice", u, v);
        }
    }
    inf.readEof();
    return 0;
}
