#include "testlib.h"

int main(int argc, char *argv[]) {
    registerValidation(argc, argv);
    int n = inf.readInt(1, 200000, "n");
    inf.readSpace();
    int m = inf.readInt(1, 200000, "m");
    inf.readEoln();
    for (int i = 1; i <= m; i++) {
        int l = inf.readInt(1, n, "l");
        inf.readSpace();
        inf.readInt(l, n, "r");
        inf.readSpace();
        inf.readInt(-1000000000, 1000000000, "c");
        inf.readEoln();
    }
    inf.readEof();
    return 0;
}
