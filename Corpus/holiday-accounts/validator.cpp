#include "testlib.h"

#include <set>

int main(int argc, char *argv[]) {
    registerValidation(argc, argv);
    int n = inf.readInt(2, 50000, "n");
    inf.readSpace();
    int m = inf.readInt(1, 100000, "m");
    inf.readEoln();
    std::set<std::string> names;
    for (int i = 1; i <= n; i++) {
        std::string name = inf.readToken("[a-z]{1,10}", "name");
        inf.readEoln();
        ensuref(names.insert(name).second, "%s is listed twice", name.c_str());
    }
    for (int i = 1; i <= m; i++) {
        std::string name = inf.readToken("[a-z]{1,10}", "name");
        ensuref(names.count(name), "%s is not one of the friends", name.c_str());
        inf.readSpace();
        inf.readStrictDouble(0.01, 999.99, 2, 2, "amount");
        inf.readEoln();
    }
    inf.readEof();
    return 0;
}
