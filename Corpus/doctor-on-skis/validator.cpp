#include "testlib.h"

std::vector<int> leader;

int find(int v) {
    while (leader[v] != v) v = leader[v] = leader[leader[v]];
    return v;
}

int main(int argc, char *argv[]) {
    registerValidation(argc, argv);
    int t = inf.readInt(1, 10000, "t");
    inf.readEoln();
    int total = 0;
    for (int test = 1; test <= t; test++) {
        setTestCase(test);
        int n = inf.readInt(1, 200000, "n");
        inf.readSpace();
        int k = inf.readInt(1, n, "k");
        inf.readEoln();
        total += n;
        ensuref(total <= 200000, "the sum of n is over 200000");
        std::vector<bool> called(n + 1);
        for (int i = 1; i <= k; i++) {
            int x = inf.readInt(1, n, "x_i");
            ensuref(!called[x], "village %d occurs twice", x);
            called[x] = true;
            if (i < k) inf.readSpace();
        }
        inf.readEoln();
        leader.resize(n + 1);
        for (int v = 1; v <= n; v++) leader[v] = v;
        for (int i = 1; i < n; i++) {
            int u = inf.readInt(1, n, "u_i");
            inf.readSpace();
            int v = inf.readInt(1, n, "v_i");
            inf.readSpace();
            inf.readInt(1, 1000000000, "w_i");
            inf.readEoln();
            int a = find(u), b = find(v);
            ensuref(a != b, "track %d closes a cycle", i);
            leader[a] = b;
        }
    }
    inf.readEof();
    return 0;
}
