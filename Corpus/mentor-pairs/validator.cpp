#include "testlib.h"

int main(int argc, char *argv[]) {
    registerValidation(argc, argv);
    int n = inf.readInt(1, 500, "N");
    inf.readSpace();
    int m = inf.readInt(1, 400, "M");
    inf.readSpace();
    int k = inf.readInt(0, std::min(n * m, 50000), "K");
    inf.readEoln();
    std::set<std::pair<int, int>> seen;
    for (int i = 1; i <= k; i++) {
        int a = inf.readInt(1, n, "A_i");
        inf.readSpace();
        int b = inf.readInt(1, m, "B_i");
        inf.readEoln();
        ensuref(seen.insert({a, b}).second, "the pair %d %d is there twice", a, b);
    }
    inf.readEof();
    return 0;
}
