#include "testlib.h"

int main(int argc, char *argv[]) {
    registerValidation(argc, argv);
    int n = inf.readInt(1, 200000, "n");
    inf.readEoln();
    std::vector<bool> used(n + 1);
    for (int i = 1; i <= n; i++) {
        int p = inf.readInt(1, n, "p_i");
        ensuref(!used[p], "the number %d occurs more than once", p);
        used[p] = true;
        if (i < n) inf.readSpace();
    }
    inf.readEoln();
    inf.readEof();
    return 0;
}
