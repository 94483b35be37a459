#include "testlib.h"

int main(int argc, char *argv[]) {
    registerValidation(argc, argv);
    int n = inf.readInt(1, 600, "n");
    inf.readSpace();
    int m = inf.readInt(1, 600, "m");
    inf.readEoln();
    for (int i = 1; i <= n; i++) {
        std::string row = inf.readToken("[0-9]{1,600}", "row");
        inf.readEoln();
        ensuref(int(row.size()) == m, "row %d has %d digits, expected %d", i, int(row.size()), m);
    }
    inf.readEof();
    return 0;
}
