#include "testlib.h"

int main(int argc, char *argv[]) {
    registerValidation(argc, argv);
    int n = inf.readInt(1, 100000, "n");
    inf.readSpace();
    int m = inf.readInt(1, 5000, "m");
    inf.readEoln();
    ensuref(1LL * n * m <= 1000000, "n * m is over 10^6");
    std::set<std::string> seen;
    for (int i = 1; i <= n; i++) {
        std::string s = inf.readToken("[a-z]{1,5000}", "s");
        inf.readEoln();
        ensuref(int(s.size()) == m, "string %d has %d letters, expected %d", i, int(s.size()), m);
        ensuref(seen.insert(s).second, "string %d is there twice", i);
    }
    inf.readEof();
    return 0;
}
