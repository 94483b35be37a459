#include "testlib.h"

#include <vector>

int main(int argc, char *argv[]) {
    registerValidation(argc, argv);
    int n = inf.readInt(1, 200000, "n");
    inf.readEoln();
    std::vector<char> seen(n + 1);
    for (int i = 1; i <= n; i++) {
        if (i > 1) inf.readSpace();
        int p = inf.readInt(1, n, "p_i");
        ensuref(!seen[p], "volume %d stands on the shelf twice", p);
        seen[p] = true;
    }
    inf.readEoln();
    inf.readEof();
    return 0;
}
