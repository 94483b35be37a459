#include "testlib.h"

#include <vector>

int main(int argc, char *argv[]) {
    registerValidation(argc, argv);
    int n = inf.readInt(2, 300000, "n");
    inf.readEoln();
    std::vector<int> father(n + 1);
    for (int i = 2; i <= n; i++) {
        if (i > 2) inf.readSpace();
        father[i] = inf.readInt(1, n, "p_i");
    }
    inf.readEoln();
    for (int i = 1; i <= n; i++) {
        if (i > 1) inf.readSpace();
        inf.readInt(-1000000000, 1000000000, "a_i");
    }
    inf.readEoln();
    inf.readEof();
    // Every climb ends at a vertex of an earlier climb, or the fathers form a cycle.
    std::vector<int> climb(n + 1);
    climb[1] = n + 1;
    for (int i = 2; i <= n; i++) {
        int x = i;
        while (climb[x] == 0) {
            climb[x] = i;
            x = father[x];
        }
        ensuref(climb[x] != i || x == 1, "person %d is not a descendant of person 1", i);
    }
    return 0;
}
