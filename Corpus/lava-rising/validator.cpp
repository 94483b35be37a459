#include "testlib.h"

int main(int argc, char *argv[]) {
    registerValidation(argc, argv);
    int t = inf.readInt(1, 1000, "t");
    inf.readEoln();
    long long total = 0;
    for (int test = 1; test <= t; test++) {
        setTestCase(test);
        long long n = inf.readInt(1, 1000000, "n");
        inf.readSpace();
        long long m = inf.readInt(1, 1000000, "m");
        inf.readEoln();
        total += n * m;
        ensuref(n * m <= 1000000, "n * m is over 1000000");
        ensuref(total <= 1000000, "the sum of n * m is over 1000000");
        int heroes = 0;
        for (int i = 1; i <= n; i++) {
            std::string row = inf.readToken();
            inf.readEoln();
            ensuref((long long)row.size() == m, "row %d has the wrong length", i);
            for (char c : row) {
                ensuref(c == '.' || c == '#' || c == '*' || c == 'S', "row %d has an unknown character", i);
                if (c == 'S') heroes++;
            }
        }
        ensuref(heroes == 1, "there are %d cells S", heroes);
    }
    inf.readEof();
    return 0;
}
