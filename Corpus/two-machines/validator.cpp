#include "testlib.h"

void readRow(int n, const char *name) {
    for (int i = 1; i <= n; i++) {
        inf.readInt(0, 998244352, name);
        if (i < n) inf.readSpace();
    }
    inf.readEoln();
}

int main(int argc, char *argv[]) {
    registerValidation(argc, argv);
    int n = inf.readInt(1, 60, "N");
    inf.readSpace();
    inf.readLong(0, 1000000000000000000LL, "K");
    inf.readEoln();
    readRow(n, "X_i");
    for (int i = 1; i <= n; i++) readRow(n, "A_ij");
    for (int i = 1; i <= n; i++) readRow(n, "B_ij");
    inf.readEof();
    return 0;
}
