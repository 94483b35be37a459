#include "testlib.h"

int main(int argc, char *argv[]) {
    registerValidation(argc, argv);
    const int bound = 1000000000;
    int n = inf.readInt(1, 200000, "n");
    inf.readEoln();
    for (int i = 1; i <= n; i++) {
        int s = inf.readInt(0, bound - 1, "s");
        inf.readSpace();
        inf.readInt(s + 1, bound, "e");
        inf.readSpace();
        inf.readInt(1, bound, "v");
        inf.readEoln();
    }
    inf.readEof();
    return 0;
}
