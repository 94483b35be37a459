#include "testlib.h"

int main(int argc, char *argv[]) {
    registerValidation(argc, argv);
    std::string s = inf.readToken("[A-Z]{1,10000}", "S");
    inf.readEoln();
    std::string t = inf.readToken("[A-Z]{1,1000}", "T");
    inf.readEoln();
    ensuref(t.size() <= s.size(), "T is longer than S");
    inf.readEof();
    return 0;
}
