#include "testlib.h"

#include <set>
#include <utility>

int main(int argc, char *argv[]) {
    registerValidation(argc, argv);
    for (int year = 0;; year++) {
        setTestCase(year + 1);
        int n = inf.readInt(0, 10000, "n");
        inf.readEoln();
        if (n == 0) {
            ensuref(year > 0, "there is no data set");
            break;
        }
        ensuref(year < 20, "there are more than 20 data sets");
        std::set<std::pair<int, int>> pillars;
        for (int i = 1; i <= n; i++) {
            int x = inf.readInt(-1000000, 1000000, "x");
            inf.readSpace();
            int y = inf.readInt(-1000000, 1000000, "y");
            inf.readEoln();
            ensuref(pillars.insert({x, y}).second, "pillar %d stands where another one does", i);
        }
    }
    inf.readEof();
    return 0;
}
