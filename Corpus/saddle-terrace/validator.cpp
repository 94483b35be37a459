#include "testlib.h"

int main(int argc, char *argv[]) {
    registerValidation(argc, argv);
    int n = inf.readInt(1, 1000000, "n");
    inf.readSpace();
    int m = inf.readInt(1, 1000000, "m");
    inf.readEoln();
    ensuref(1LL * n * m <= 1000000, "n times m is %lld", 1LL * n * m);
    for (int i = 1; i <= n; i++) {
        for (int j = 1; j <= m; j++) {
            if (j > 1) inf.readSpace();
            inf.readInt(-1000000000, 1000000000, "h");
        }
        inf.readEoln();
    }
    inf.readEof();
    return 0;
}
