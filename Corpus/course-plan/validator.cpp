#include "testlib.h"

int main(int argc, char *argv[]) {
    registerValidation(argc, argv);
    int n = inf.readInt(1, 100000, "n");
    inf.readSpace();
    int m = inf.readInt(0, 200000, "m");
    inf.readEoln();
    for (int i = 1; i <= n; i++) {
        inf.readInt(1, 1000000000, "a_i");
        if (i < n) inf.readSpace();
    }
    inf.readEoln();
    std::vector<std::vector<int>> next(n + 1);
    for (int i = 1; i <= m; i++) {
        int u = inf.readInt(1, n, "u");
        inf.readSpace();
        int v = inf.readInt(1, n, "v");
        inf.readEoln();
        ensuref(u != v, "relation %d leads from course %d to itself", i, u);
        next[u].push_back(v);
    }
    inf.readEof();
    // Depth-first search with an explicit stack; 0 = new, 1 = on the stack, 2 = done.
    std::vector<char> state(n + 1, 0);
    std::vector<size_t> used(n + 1, 0);
    for (int root = 1; root <= n; root++) {
        if (state[root] != 0) continue;
        std::vector<int> stack = {root};
        state[root] = 1;
        while (!stack.empty()) {
            int u = stack.back();
            if (used[u] == next[u].size()) {
                state[u] = 2;
                stack.pop_back();
                continue;
            }
            int v = next[u][used[u]++];
            ensuref(state[v] != 1, "course %d is on a cycle", v);
            if (state[v] == 0) {
                state[v] = 1;
                stack.push_back(v);
            }
        }
    }
    return 0;
}
