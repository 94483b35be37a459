#include "testlib.h"

int main(int argc, char *argv[]) {
    registerValidation(argc, argv);
    int n = inf.readInt(2, 20000, "n");
    inf.readSpace();
    int m = inf.readInt(0, 100000, "m");
    inf.readSpace();
    inf.readInt(0, 10, "v");
    inf.readEoln();
    for (int i = 1; i <= m; i++) {
        inf.readInt(1, n, "a");
        inf.readSpace();
        inf.readInt(1, n, "b");
        inf.readSpace();
        inf.readInt(0, 1000000000, "c");
        inf.readEoln();
    }
    inf.readEof();
    return 0;
}
