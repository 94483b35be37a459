#include "testlib.h"

int main(int argc, char *argv[]) {
    registerValidation(argc, argv);
    int n = inf.readInt(2, 200000, "n");
    inf.readSpace();
    inf.readInt(2, n, "k");
    inf.readEoln();
    long long last = -1;
    for (int i = 1; i <= n; i++) {
        if (i > 1) inf.readSpace();
        last = inf.readLong(last + 1, 2000000000LL, "x_i");
    }
    inf.readEoln();
    inf.readEof();
    return 0;
}
