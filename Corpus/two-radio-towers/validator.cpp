#include "testlib.h"

int main(int argc, char *argv[]) {
    registerValidation(argc, argv);
    long long h = inf.readInt(1, 200000, "H");
    inf.readSpace();
    long long w = inf.readInt(1, 200000, "W");
    inf.readSpace();
    inf.readInt(1, 1000000000, "C");
    inf.readEoln();
    ensuref(2 <= h * w && h * w <= 200000, "H * W is %lld", h * w);
    for (int i = 1; i <= h; i++) {
        for (int j = 1; j <= w; j++) {
            inf.readInt(-1000000000, 1000000000, "A_ij");
            if (j < w) inf.readSpace();
        }
        inf.readEoln();
    }
    inf.readEof();
    return 0;
}
