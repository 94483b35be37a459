#include "testlib.h"

int main(int argc, char *argv[]) {
    registerValidation(argc, argv);
    int sheets = 0;
    while (true) {
        int w = inf.readInt(0, 1000000000, "w");
        inf.readSpace();
        int h = inf.readInt(0, 1000000000, "h");
        inf.readEoln();
        ensuref((w == 0) == (h == 0), "a sheet has a side of length zero");
        if (w == 0) break;
        sheets++;
        ensuref(sheets <= 100000, "there are over 100000 sheets");
    }
    ensuref(sheets >= 1, "there are no sheets");
    inf.readEof();
    return 0;
}
