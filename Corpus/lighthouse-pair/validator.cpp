#include "testlib.h"

int main(int argc, char *argv[]) {
    registerValidation(argc, argv);
    const int bound = 1000000000;
    int total = 0, maps = 0;
    while (true) {
        int n = inf.readInt(0, 100000, "n");
        inf.readEoln();
        if (n == 0) break;
        maps++;
        setTestCase(maps);
        ensuref(n != 1, "there is only one lighthouse");
        total += n;
        ensuref(total <= 200000, "there are over 200000 lighthouses");
        std::vector<std::pair<int, int>> points(n);
        for (auto &p : points) {
            p.first = inf.readInt(-bound, bound, "x");
            inf.readSpace();
            p.second = inf.readInt(-bound, bound, "y");
            inf.readEoln();
        }
        std::sort(points.begin(), points.end());
        for (int i = 1; i < n; i++) {
            ensuref(points[i] != points[i - 1], "two lighthouses at %d %d", points[i].first, points[i].second);
        }
    }
    ensuref(maps >= 1, "there is no map");
    inf.readEof();
    return 0;
}
