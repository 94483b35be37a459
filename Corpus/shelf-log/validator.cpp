#include "testlib.h"

int main(int argc, char *argv[]) {
    registerValidation(argc, argv);
    const int bound = 1000000000;
    int m = inf.readInt(1, 200000, "m");
    inf.readEoln();
    bool asked = false;
    for (int i = 1; i <= m; i++) {
        std::string type = inf.readToken("ADD|DEL|Q", "type");
        inf.readSpace();
        if (type == "Q") {
            inf.readInt(1, m, "k");
            asked = true;
        } else {
            inf.readInt(-bound, bound, "x");
        }
        inf.readEoln();
    }
    ensuref(asked, "there is no Q");
    inf.readEof();
    return 0;
}
