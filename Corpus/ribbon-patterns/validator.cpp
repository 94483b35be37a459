#include "testlib.h"

int main(int argc, char *argv[]) {
    registerValidation(argc, argv);
    int n = inf.readInt(1, 200000, "n");
    inf.readSpace();
    inf.readInt(1, n, "k");
    inf.readEoln();
    std::string s = inf.readToken("[a-z]{1,200000}", "s");
    ensuref(int(s.size()) == n, "the length of s is %d, expected %d", int(s.size()), n);
    inf.readEoln();
    inf.readEof();
    return 0;
}
