#include "testlib.h"

#include <set>
#include <utility>

int main(int argc, char *argv[]) {
    registerValidation(argc, argv);
    int n = inf.readInt(2, 100000, "N");
    inf.readSpace();
    int m = inf.readInt(1, 200000, "M");
    inf.readEoln();
    std::set<std::pair<int, int>> courses;
    for (int i = 1; i <= m; i++) {
        int a = inf.readInt(1, n - 1, "A_i");
        inf.readSpace();
        int b = inf.readInt(a + 1, n, "B_i");
        inf.readSpace();
        inf.readInt(-1000000000, 1000000000, "C_i");
        inf.readEoln();
        ensuref(courses.insert({a, b}).second, "course %d occurs twice", i);
    }
    inf.readEof();
    return 0;
}
