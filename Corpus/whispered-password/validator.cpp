#include "testlib.h"

int main(int argc, char *argv[]) {
    registerValidation(argc, argv);
    int n = inf.readInt(1, 200000, "n");
    inf.readSpace();
    inf.readInt(1, n, "k");
    inf.readEoln();
    std::string s = inf.readToken();
    inf.readEoln();
    inf.readEof();
    ensuref(int(s.size()) == n, "the length of s is %d, not %d", int(s.size()), n);
    for (char c : s) ensuref('a' <= c && c <= 'z', "s has a character that is not a lowercase letter");
    return 0;
}
