#include "testlib.h"

int main(int argc, char *argv[]) {
    registerValidation(argc, argv);
    int n = inf.readInt(2, 200000, "N");
    inf.readSpace();
    int q = inf.readInt(1, 200000, "Q");
    inf.readEoln();
    for (int i = 2; i <= n; i++) {
        inf.readInt(1, i - 1, "P_i");
        if (i < n) inf.readSpace();
    }
    inf.readEoln();
    for (int i = 1; i <= q; i++) {
        inf.readInt(1, n, "V_i");
        inf.readSpace();
        inf.readInt(0, n - 1, "D_i");
        inf.readSpace();
        inf.readInt(1, 1000000000, "X_i");
        inf.readEoln();
    }
    inf.readEof();
    return 0;
}
