#include "testlib.h"

int main(int argc, char *argv[]) {
    registerValidation(argc, argv);
    int n = inf.readInt(1, 1000, "n");
    inf.readSpace();
    int m = inf.readInt(1, 1000, "m");
    inf.readEoln();
    int men = 0;
    for (int i = 1; i <= n; i++) {
        std::string row = inf.readToken("[.#FP]{1,1000}", "row");
        inf.readEoln();
        ensuref(int(row.size()) == m, "row %d has %d cells, expected %d", i, int(row.size()), m);
        for (char cell : row) men += cell == 'P';
    }
    ensuref(men == 1, "there are %d cells P", men);
    inf.readEof();
    return 0;
}
