#include "testlib.h"

int main(int argc, char *argv[]) {
    registerValidation(argc, argv);
    int n = inf.readInt(2, 100000, "n");
    inf.readSpace();
    int m = inf.readInt(1, 200000, "m");
    inf.readEoln();
    bool counted = false;
    for (int i = 1; i <= m; i++) {
        std::string type = inf.readToken("MERGE|LEAVE|COUNT", "type");
        inf.readSpace();
        int x = inf.readInt(1, n, "x");
        if (type == "MERGE") {
            inf.readSpace();
            int y = inf.readInt(1, n, "y");
            ensuref(x != y, "event %d merges %d with itself", i, x);
        }
        if (type == "COUNT") counted = true;
        inf.readEoln();
    }
    ensuref(counted, "there is no COUNT");
    inf.readEof();
    return 0;
}
