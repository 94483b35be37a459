#include "testlib.h"

int main(int argc, char *argv[]) {
    registerValidation(argc, argv);
    int n = inf.readInt(1, 100000, "n");
    inf.readSpace();
    int q = inf.readInt(1, 100000, "q");
    inf.readEoln();
    for (int i = 1; i <= n; i++) {
        inf.readInt(1, n, "f_i");
        if (i < n) inf.readSpace();
    }
    inf.readEoln();
    for (int i = 1; i <= q; i++) {
        inf.readInt(1, n, "x");
        inf.readSpace();
        inf.readLong(0, 1000000000000000000LL, "k");
        inf.readEoln();
    }
    inf.readEof();
    return 0;
}
