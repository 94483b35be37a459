#include "testlib.h"

int main(int argc, char *argv[]) {
    registerValidation(argc, argv);
    int lines = 0;
    do {
        inf.readLong(1, 1000000000000000000LL, "n");
        inf.readSpace();
        inf.readInt(2, 1000000000, "k");
        inf.readEoln();
        lines++;
        ensuref(lines <= 1000, "there are more than 1000 lines");
    } while (!inf.eof());
    inf.readEof();
    return 0;
}
