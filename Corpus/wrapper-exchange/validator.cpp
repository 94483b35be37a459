#include "testlib.h"

int main(int argc, char *argv[]) {
    registerValidation(argc, argv);
    inf.readInt(1, 1000000000, "n");
    inf.readSpace();
    int a = inf.readInt(2, 1000000000, "a");
    inf.readSpace();
    inf.readInt(1, a - 1, "b");
    inf.readEoln();
    inf.readEof();
    return 0;
}
