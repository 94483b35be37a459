#include "testlib.h"

int main(int argc, char *argv[]) {
    registerValidation(argc, argv);
    int n = inf.readInt(1, 1000, "n");
    inf.readSpace();
    int m = inf.readInt(1, 1000, "m");
    inf.readSpace();
    int q = inf.readInt(1, 100000, "q");
    inf.readEoln();
    for (int i = 1; i <= n; i++) {
        for (int j = 1; j <= m; j++) {
            inf.readInt(-100000, 100000, "a_ij");
            if (j < m) inf.readSpace();
        }
        inf.readEoln();
    }
    for (int i = 1; i <= q; i++) {
        int x1 = inf.readInt(1, n, "x1");
        inf.readSpace();
        int y1 = inf.readInt(1, m, "y1");
        inf.readSpace();
        inf.readInt(x1, n, "x2");
        inf.readSpace();
        inf.readInt(y1, m, "y2");
        inf.readEoln();
    }
    inf.readEof();
    return 0;
}
