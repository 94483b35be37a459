#include "testlib.h"

int main(int argc, char *argv[]) {
    registerValidation(argc, argv);
    int n = inf.readInt(1, 200000, "N");
    inf.readSpace();
    int q = inf.readInt(1, 200000, "Q");
    inf.readEoln();
    int last = -1;
    for (int i = 1; i <= n; i++) {
        last = inf.readInt(last + 1, 1000000000, "A_i");
        if (i < n) inf.readSpace();
    }
    inf.readEoln();
    for (int i = 1; i <= q; i++) {
        inf.readInt(0, 1000000000, "X_i");
        inf.readEoln();
    }
    inf.readEof();
    return 0;
}
