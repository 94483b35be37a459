#include <numeric>

#include "testlib.h"

std::vector<int> leader;

int find(int v) {
    while (leader[v] != v) v = leader[v] = leader[leader[v]];
    return v;
}

int main(int argc, char *argv[]) {
    registerValidation(argc, argv);
    int n = inf.readInt(2, 100000, "n");
    inf.readEoln();
    leader.resize(n + 1);
    std::iota(leader.begin(), leader.end(), 0);
    for (int i = 1; i < n; i++) {
        int u = inf.readInt(1, n, "u_i");
        inf.readSpace();
        int v = inf.readInt(1, n, "v_i");
        inf.readSpace();
        inf.readInt(1, 1000000000, "w_i");
        inf.readEoln();
        ensuref(u != v, "road %d is a loop", i);
        ensuref(find(u) != find(v), "road %d closes a cycle", i);
        leader[find(u)] = find(v);
    }
    inf.readEof();
    return 0;
}
