#include "testlib.h"

int main(int argc, char *argv[]) {
    registerValidation(argc, argv);
    int n = inf.readInt(1, 200000, "n");
    inf.readEoln();
    std::vector<int> p(n + 1);
    int root = 0;
    for (int i = 1; i <= n; i++) {
        p[i] = inf.readInt(0, n, "p_i");
        inf.readSpace();
        if (p[i] == 0) {
            ensuref(root == 0, "both %d and %d have no parent", root, i);
            root = i;
            inf.readInt(0, 0, "w_i");
        } else {
            inf.readInt(1, 10000, "w_i");
        }
        inf.readEoln();
    }
    inf.readEof();
    ensuref(root != 0, "there is no root");
    // 0 = new, otherwise the number of the walk that came by first.
    std::vector<int> walk(n + 1);
    walk[root] = n + 1;
    for (int i = 1; i <= n; i++) {
        int v = i;
        while (walk[v] == 0) {
            walk[v] = i;
            v = p[v];
        }
        ensuref(v == root || walk[v] != i, "%d never leads to the root", i);
    }
    return 0;
}
