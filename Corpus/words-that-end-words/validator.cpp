#include "testlib.h"

int main(int argc, char *argv[]) {
    registerValidation(argc, argv);
    int n = inf.readInt(1, 200000, "N");
    inf.readEoln();
    size_t total = 0;
    for (int i = 1; i <= n; i++) {
        std::string s = inf.readToken();
        inf.readEoln();
        for (char c : s) ensuref('a' <= c && c <= 'z', "S_%d has a character that is not a lowercase letter", i);
        total += s.size();
        ensuref(total <= 500000, "the total length is over 500000");
    }
    inf.readEof();
    return 0;
}
