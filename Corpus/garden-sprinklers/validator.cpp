#include "testlib.h"

int main(int argc, char *argv[]) {
    registerValidation(argc, argv);
    int n = inf.readInt(1, 1500, "n");
    inf.readSpace();
    int m = inf.readInt(1, 1500, "m");
    inf.readEoln();
    for (int i = 1; i <= n; i++) {
        inf.readStrictDouble(-1000.00, 1000.00, 2, 2, "x");
        inf.readSpace();
        inf.readStrictDouble(-1000.00, 1000.00, 2, 2, "y");
        inf.readEoln();
    }
    for (int j = 1; j <= m; j++) {
        inf.readStrictDouble(-1000.00, 1000.00, 2, 2, "a");
        inf.readSpace();
        inf.readStrictDouble(-1000.00, 1000.00, 2, 2, "b");
        inf.readSpace();
        inf.readStrictDouble(0.01, 1000.00, 2, 2, "r");
        inf.readEoln();
    }
    inf.readEof();
    return 0;
}
