#include "testlib.h"

int main(int argc, char *argv[]) {
    registerValidation(argc, argv);
    int n = inf.readInt(1, 100000, "n");
    inf.readEoln();
    for (int i = 1; i <= n; i++) {
        std::string a = inf.readToken("[A-Za-z]{1,15}", "a");
        inf.readSpace();
        std::string b = inf.readToken("[A-Za-z]{1,15}", "b");
        inf.readEoln();
        ensuref(a != b, "pair %d consists of one person", i);
    }
    inf.readToken("[A-Za-z]{1,15}", "s");
    inf.readSpace();
    inf.readToken("[A-Za-z]{1,15}", "t");
    inf.readEoln();
    inf.readEof();
    return 0;
}
