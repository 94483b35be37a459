#include "testlib.h"

int main(int argc, char *argv[]) {
    registerValidation(argc, argv);
    int n = inf.readInt(1, 200000, "n");
    inf.readSpace();
    int m = inf.readInt(1, 200000, "m");
    inf.readSpace();
    inf.readInt(0, 1000000000, "d");
    inf.readEoln();
    for (int i = 1; i <= n; i++) {
        if (i > 1) inf.readSpace();
        inf.readInt(1, 1000000000, "a_i");
    }
    inf.readEoln();
    for (int j = 1; j <= m; j++) {
        if (j > 1) inf.readSpace();
        inf.readInt(1, 1000000000, "b_j");
    }
    inf.readEoln();
    inf.readEof();
    return 0;
}
