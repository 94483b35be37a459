#include "testlib.h"

int main(int argc, char *argv[]) {
    registerValidation(argc, argv);
    int n = inf.readInt(1, 200000, "n");
    inf.readSpace();
    int q = inf.readInt(1, 200000, "q");
    inf.readEoln();
    for (int i = 1; i <= n; i++) {
        inf.readInt(1, 1000000000, "a_i");
        if (i < n) inf.readSpace();
    }
    inf.readEoln();
    int questions = 0;
    for (int visit = 1; visit <= q; visit++) {
        int type = inf.readInt(1, 3, "type");
        inf.readSpace();
        if (type == 1) {
            inf.readInt(1, n, "i");
            inf.readSpace();
            inf.readInt(1, 1000000000, "x");
        } else if (type == 2) {
            int l = inf.readInt(1, n, "l");
            inf.readSpace();
            inf.readInt(l, n, "r");
        } else {
            inf.readInt(1, 1000000000, "x");
        }
        inf.readEoln();
        if (type != 1) questions++;
    }
    inf.readEof();
    ensuref(questions > 0, "there is no visit of the second or third type");
    return 0;
}
