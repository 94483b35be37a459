#include "testlib.h"

int main(int argc, char *argv[]) {
    registerValidation(argc, argv);
    std::string s = inf.readLine();
    ensuref(1 <= s.size() && s.size() <= 1000000, "the length of s is %d", int(s.size()));
    for (char c : s) ensuref('a' <= c && c <= 'z', "s has a character other than a lowercase letter");
    inf.readEof();
    return 0;
}
