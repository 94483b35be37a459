#include "testlib.h"

int main(int argc, char *argv[]) {
    registerValidation(argc, argv);
    int n = inf.readInt(1, 300000, "n");
    inf.readSpace();
    inf.readInt(1, n, "m");
    inf.readEoln();
    std::vector<bool> seen(n + 1);
    for (int i = 1; i <= n; i++) {
        int p = inf.readInt(1, n, "p_i");
        ensuref(!seen[p], "%d occurs twice", p);
        seen[p] = true;
        if (i < n) inf.readSpace();
    }
    inf.readEoln();
    inf.readEof();
    return 0;
}
