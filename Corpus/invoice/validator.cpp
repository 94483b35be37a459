#include "testlib.h"

int main(int argc, char *argv[]) {
    registerValidation(argc, argv);
    int n = inf.readInt(1, 100000, "n");
    inf.readEoln();
    for (int i = 1; i <= n; i++) {
        inf.readStrictDouble(0.01, 10000.00, 2, 2, "p");
        inf.readSpace();
        inf.readInt(1, 1000, "k");
        inf.readEoln();
    }
    inf.readEof();
    return 0;
}
