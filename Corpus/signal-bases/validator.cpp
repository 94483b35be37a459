#include "testlib.h"

#include <numeric>
#include <vector>

std::vector<int> parent;

int root(int x) {
    while (parent[x] != x) x = parent[x] = parent[parent[x]];
    return x;
}

int main(int argc, char *argv[]) {
    registerValidation(argc, argv);
    int n = inf.readInt(2, 200000, "n");
    inf.readEoln();
    parent.resize(n);
    std::iota(parent.begin(), parent.end(), 0);
    for (int i = 1; i < n; i++) {
        int u = inf.readInt(0, n - 1, "u");
        inf.readSpace();
        int v = inf.readInt(0, n - 1, "v");
        inf.readSpace();
        inf.readInt(1, 1000000000, "w");
        inf.readEoln();
        ensuref(root(u) != root(v), "cable %d closes a cycle", i);
        parent[root(u)] = root(v);
    }
    inf.readEof();
    return 0;
}
