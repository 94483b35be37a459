#include "testlib.h"

int main(int argc, char *argv[]) {
    registerValidation(argc, argv);
    const int bound = 1000000000;
    int n = inf.readInt(1, 200000, "n");
    inf.readSpace();
    int q = inf.readInt(1, 200000, "q");
    inf.readEoln();
    for (int i = 1; i <= n; i++) {
        inf.readInt(-bound, bound, "a_i");
        if (i < n) inf.readSpace();
    }
    inf.readEoln();
    int reports = 0;
    for (int i = 1; i <= q; i++) {
        int type = inf.readInt(1, 2, "type");
        inf.readSpace();
        if (type == 1) {
            inf.readInt(1, n, "x");
            inf.readSpace();
            inf.readInt(-bound, bound, "v");
        } else {
            int l = inf.readInt(1, n, "l");
            inf.readSpace();
            inf.readInt(l, n, "r");
            reports++;
        }
        inf.readEoln();
    }
    ensuref(reports > 0, "there is no operation of type 2");
    inf.readEof();
    return 0;
}
