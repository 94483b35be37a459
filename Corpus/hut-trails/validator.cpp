#include "testlib.h"

#include <numeric>
#include <set>
#include <utility>
#include <vector>

std::vector<int> parent;

int root(int x) {
    while (parent[x] != x) x = parent[x] = parent[parent[x]];
    return x;
}

int main(int argc, char *argv[]) {
    registerValidation(argc, argv);
    int n = inf.readInt(2, 100000, "n");
    inf.readSpace();
    int m = inf.readInt(n - 1, 200000, "m");
    inf.readEoln();
    parent.resize(n + 1);
    std::iota(parent.begin(), parent.end(), 0);
    std::set<std::pair<int, int>> trails;
    int parts = n;
    for (int i = 1; i <= m; i++) {
        int u = inf.readInt(1, n, "u");
        inf.readSpace();
        int v = inf.readInt(1, n, "v");
        inf.readSpace();
        inf.readInt(1, 1000000000, "w");
        inf.readEoln();
        ensuref(u != v, "trail %d is a loop", i);
        ensuref(trails.insert(std::minmax(u, v)).second, "trail %d appears twice", i);
        if (root(u) == root(v)) continue;
        parent[root(u)] = root(v);
        parts--;
    }
    ensuref(parts == 1, "the huts are not connected");
    inf.readEof();
    return 0;
}
