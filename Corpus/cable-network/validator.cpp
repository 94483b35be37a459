#include "testlib.h"

int main(int argc, char *argv[]) {
    registerValidation(argc, argv);
    int n = inf.readInt(2, 100000, "n");
    inf.readSpace();
    int m = inf.readInt(n - 1, 200000, "m");
    inf.readEoln();
    std::vector<std::vector<int>> adjacent(n + 1);
    for (int i = 1; i <= m; i++) {
        int u = inf.readInt(1, n, "u_i");
        inf.readSpace();
        int v = inf.readInt(1, n, "v_i");
        inf.readSpace();
        inf.readInt(1, 1000000000, "c_i");
        inf.readEoln();
        ensuref(u != v, "connection %d joins a building with itself", i);
        adjacent[u].push_back(v);
        adjacent[v].push_back(u);
    }
    inf.readEof();
    std::vector<bool> seen(n + 1);
    std::vector<int> stack = {1};
    seen[1] = true;
    int reached = 0;
    while (!stack.empty()) {
        int u = stack.back();
        stack.pop_back();
        reached++;
        for (int v : adjacent[u]) {
            if (seen[v]) continue;
            seen[v] = true;
            stack.push_back(v);
        }
    }
    ensuref(reached == n, "the graph is not connected: %d of %d buildings reached from 1", reached, n);
    return 0;
}
