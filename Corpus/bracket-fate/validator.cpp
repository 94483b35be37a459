#include "testlib.h"

int main(int argc, char *argv[]) {
    registerValidation(argc, argv);
    int t = inf.readInt(1, 10000, "t");
    inf.readEoln();
    int total = 0;
    for (int test = 1; test <= t; test++) {
        setTestCase(test);
        std::string s = inf.readToken();
        inf.readEoln();
        for (char c : s) ensuref(c == '(' || c == ')' || c == '?', "s has a character other than (, ) and ?");
        ensuref(s.size() <= 300000, "s is longer than 300000");
        total += int(s.size());
        ensuref(total <= 300000, "the total length is over 300000");
    }
    inf.readEof();
    return 0;
}
