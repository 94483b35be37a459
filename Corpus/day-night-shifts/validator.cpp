#include "testlib.h"

int main(int argc, char *argv[]) {
    registerValidation(argc, argv);
    int n = inf.readInt(1, 200000, "n");
    inf.readEoln();
    std::string s = inf.readLine();
    ensuref(int(s.size()) == n, "the length of s is %d, expected %d", int(s.size()), n);
    for (char c : s) ensuref(c == '0' || c == '1', "s has a character other than 0 and 1");
    inf.readEof();
    return 0;
}
