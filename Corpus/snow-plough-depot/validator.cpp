#include "testlib.h"

#include <algorithm>
#include <set>
#include <utility>

std::vector<int> leader;

int find(int v) {
    while (leader[v] != v) v = leader[v] = leader[leader[v]];
    return v;
}

int main(int argc, char *argv[]) {
    registerValidation(argc, argv);
    int n = inf.readInt(2, 100000, "n");
    inf.readSpace();
    int m = inf.readInt(n - 1, 200000, "m");
    inf.readEoln();
    leader.resize(n);
    for (int v = 0; v < n; v++) leader[v] = v;
    int parts = n;
    std::set<std::pair<int, int>> roads;
    for (int i = 1; i <= m; i++) {
        int a = inf.readInt(0, n - 1, "a");
        inf.readSpace();
        int b = inf.readInt(0, n - 1, "b");
        inf.readSpace();
        inf.readInt(1, 1000000, "t");
        inf.readEoln();
        ensuref(a != b, "road %d leads back to its crossing", i);
        ensuref(roads.insert(std::minmax(a, b)).second, "road %d is the second one between its crossings", i);
        a = find(a);
        b = find(b);
        if (a == b) continue;
        leader[a] = b;
        parts--;
    }
    inf.readEof();
    ensuref(parts == 1, "the roads are not connected: there are %d parts", parts);
    return 0;
}
