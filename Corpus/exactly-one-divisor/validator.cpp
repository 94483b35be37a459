#include "testlib.h"

int main(int argc, char *argv[]) {
    registerValidation(argc, argv);
    inf.readInt(1, 1000000000, "A");
    inf.readSpace();
    inf.readInt(1, 1000000000, "B");
    inf.readEoln();
    long long l = inf.readLong(1, 1000000000000000000LL, "L");
    inf.readSpace();
    inf.readLong(l, 1000000000000000000LL, "R");
    inf.readEoln();
    inf.readEof();
    return 0;
}
